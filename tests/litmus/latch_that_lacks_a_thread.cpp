// deadlock within 2
#include "litmus.hpp"

// Who comes too late to do anything goes home without counting.
TEST_CASE("latch that lacks a thread") {
    std::atomic<int> tasks = 2;
    std::atomic<int> done = 0;
    std::latch is_done(2);
    const auto work = [&] {
        if (tasks <= 0) return;
        while (tasks-- > 0)
            ++done;
        is_done.count_down();
    };
    together(work, work, [&] { is_done.wait(); });
    REQUIRE(done == 2);
}
