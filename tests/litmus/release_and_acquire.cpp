// completed
#include "litmus.hpp"

TEST_CASE("release and acquire") {
    int message = 0;
    std::atomic<bool> is_sent = false;
    std::atomic<int> refused = 0;
    int seen = 0;
    together(
        [&] {
            message = 42;
            is_sent.store(true, std::memory_order_release);
        },
        [&] {
            while (!is_sent.load(std::memory_order_acquire))
                refused.fetch_add(1, std::memory_order_relaxed);
            seen = message;
        });
    REQUIRE(seen == 42);
}
