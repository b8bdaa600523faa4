// completed
#include "litmus.hpp"

using namespace std::chrono_literals;

// Whoever asks for a lock that is held for 10 s gives up after 2 s, or gets it after the 10.
TEST_CASE("timed mutexes") {
    std::timed_mutex mutex;
    std::latch is_held(1);
    std::jthread holder([&] {
        const std::lock_guard lock(mutex);
        is_held.count_down();
        std::this_thread::sleep_for(10s);
    });
    is_held.wait();
    const auto start = std::chrono::steady_clock::now();
    const bool soon = mutex.try_lock_for(2s);
    const auto waited = std::chrono::steady_clock::now() - start;
    if (soon) mutex.unlock();
    const bool late = mutex.try_lock_until(start + 24h);
    if (late) mutex.unlock();
    REQUIRE((soon || waited >= 2s));
    REQUIRE((late || std::chrono::steady_clock::now() - start >= 24h));
}
