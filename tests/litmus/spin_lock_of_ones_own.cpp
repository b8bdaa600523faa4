// completed
#include "litmus.hpp"

TEST_CASE("spin lock of ones own") {
    std::atomic<bool> is_locked = false;
    int counter = 0;
    in_threads(3, [&](int) {
        while (is_locked.exchange(true, std::memory_order_acquire)) {
            while (is_locked.load(std::memory_order_relaxed)) {
            }
        }
        ++counter;
        is_locked.store(false, std::memory_order_release);
    });
    REQUIRE(counter == 3);
}
