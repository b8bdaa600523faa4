// completed
// tsan: data race
#include "litmus.hpp"

// ThreadSanitizer doesn't understand fences.
TEST_CASE("fences around relaxed accesses") {
    int data = 0;
    std::atomic<bool> is_ready = false;
    std::jthread producer([&] {
        data = 42;
        std::atomic_thread_fence(std::memory_order_release);
        is_ready.store(true, std::memory_order_relaxed);
    });
    while (!is_ready.load(std::memory_order_relaxed)) {
    }
    std::atomic_thread_fence(std::memory_order_acquire);
    REQUIRE(data == 42);
}
