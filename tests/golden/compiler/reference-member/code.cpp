#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

class Countdown : public heddle::Thread {
  public:
    Countdown(int count, heddle::Sink& sink) { count_ = count; }
    void run() override;

  private:
    int count_;
    heddle::Sink& sink_;
};
