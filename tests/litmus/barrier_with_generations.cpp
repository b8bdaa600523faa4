// completed
#include "litmus.hpp"

namespace {

class Barrier {
  public:
    explicit Barrier(int count) : count_(count) {}
    void arrive_and_wait() {
        std::unique_lock lock(mutex_);
        const int mine = generation_;
        if (++arrived_ == count_) {
            arrived_ = 0;
            ++generation_;
            changed_.notify_all();
            return;
        }
        changed_.wait(lock, [&] { return generation_ != mine; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int count_;
    int arrived_ = 0;     // guarded by mutex_
    int generation_ = 0;  // guarded by mutex_
};

}  // namespace

TEST_CASE("barrier with generations") {
    Barrier barrier(3);
    std::atomic<int> arrived = 0;
    std::atomic<int> early = 0;
    in_threads(3, [&](int) {
        for (int round = 1; round <= 2; ++round) {
            ++arrived;
            barrier.arrive_and_wait();
            if (arrived < 3 * round) ++early;
        }
    });
    REQUIRE(early == 0);
}
