// completed
#include "litmus.hpp"

namespace {

class Parking {
  public:
    void enter() {
        std::unique_lock lock(mutex_);
        while (free_ == 0)
            changed_.wait(lock);
        --free_;
        most_ = std::max(most_, 1 - free_);
    }
    void leave() {
        {
            const std::lock_guard lock(mutex_);
            ++free_;
        }
        changed_.notify_one();
    }
    int most() const {
        const std::lock_guard lock(mutex_);
        return most_;
    }

  private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    int free_ = 1;
    int most_ = 0;
};

}  // namespace

TEST_CASE("monitor") {
    Parking parking;
    in_threads(3, [&](int) {
        parking.enter();
        parking.leave();
    });
    REQUIRE(parking.most() == 1);
}
