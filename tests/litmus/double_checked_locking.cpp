// completed
#include "litmus.hpp"

TEST_CASE("double checked locking") {
    std::mutex mutex;
    std::atomic<const int*> published = nullptr;
    int value = 0;
    int made = 0;
    std::atomic<int> sum = 0;
    in_threads(3, [&](int) {
        const int* seen = published.load(std::memory_order_acquire);
        if (seen == nullptr) {
            const std::lock_guard lock(mutex);
            seen = published.load(std::memory_order_relaxed);
            if (seen == nullptr) {
                ++made;
                value = 7;
                seen = &value;
                published.store(seen, std::memory_order_release);
            }
        }
        sum += *seen;
    });
    REQUIRE(made == 1);
    REQUIRE(sum == 21);
}
