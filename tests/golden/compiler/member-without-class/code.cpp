#include <thread>

class Counter {
  public:
    void count();
    void run() {
        std::thread counter(count);
        counter.join();
    }
};
