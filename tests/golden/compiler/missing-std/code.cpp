#include <mutex>

class Counter {
  private:
    mutex mutex_;
    int value_ = 0;
};
