#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

class Countdown : public heddle::Thread {
  public:
    Countdown(int count, heddle::Sink& sink);
    void run() override;
};

void count(heddle::Sink& sink) {
    auto thread = heddle::make_thread<Countdown>(sink, 10);
    thread->start();
}
