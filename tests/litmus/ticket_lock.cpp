// completed
#include "litmus.hpp"

TEST_CASE("ticket lock") {
    std::atomic<int> next = 0;
    std::atomic<int> served = 0;
    int counter = 0;
    in_threads(3, [&](int) {
        for (int i = 0; i < 2; ++i) {
            const int mine = next.fetch_add(1, std::memory_order_relaxed);
            while (served.load(std::memory_order_acquire) != mine)
                std::this_thread::yield();
            ++counter;
            served.store(mine + 1, std::memory_order_release);
        }
    });
    REQUIRE(counter == 6);
}
