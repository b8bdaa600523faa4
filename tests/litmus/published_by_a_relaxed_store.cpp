// completed
// tsan: data race
#include "litmus.hpp"

// The flag is atomic, and orders nothing.
TEST_CASE("published by a relaxed store") {
    int data = 0;
    std::atomic<bool> is_ready = false;
    std::jthread producer([&] {
        data = 42;
        is_ready.store(true, std::memory_order_relaxed);
    });
    while (!is_ready.load(std::memory_order_relaxed)) {
    }
    REQUIRE(data == 42);
}
