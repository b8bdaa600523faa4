#include <thread>

class Counter {
  public:
    void count();
    void run() {
        std::thread counter(&Counter::count);
        counter.join();
    }
};
