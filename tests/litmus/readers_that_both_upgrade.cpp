// deadlock within 4
#include "litmus.hpp"

namespace {

class Lock {
  public:
    void lock_shared() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !is_written_; });
        ++readers_;
    }
    void upgrade() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return readers_ == 1; });
        readers_ = 0;
        is_written_ = true;
    }
    void unlock() {
        const std::lock_guard lock(mutex_);
        is_written_ = false;
        changed_.notify_all();
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int readers_ = 0;
    bool is_written_ = false;
};

}  // namespace

// Each waits for the other one to stop reading.
TEST_CASE("readers that both upgrade") {
    Lock lock;
    in_threads(2, [&](int) {
        lock.lock_shared();
        lock.upgrade();
        lock.unlock();
    });
    SUCCEED();
}
