#include <mutex>

class Counter {
  public:
    int value() const {
        const std::lock_guard lock(mutex_);
        return value_;
    }

  private:
    std::mutex mutex_;
    int value_ = 0;
};
