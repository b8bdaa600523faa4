#include <thread>

class Counter {
  public:
    void run() {
        std::thread adder([] { ++total_; });
        adder.join();
    }

  private:
    int total_ = 0;
};
