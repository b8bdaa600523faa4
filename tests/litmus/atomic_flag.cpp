// completed
#include "litmus.hpp"

TEST_CASE("atomic flag") {
    std::atomic_flag is_ready;
    std::atomic_flag lock;
    int counter = 0;
    const auto work = [&] {
        is_ready.wait(false);
        while (lock.test_and_set(std::memory_order_acquire))
            lock.wait(true, std::memory_order_relaxed);
        ++counter;
        lock.clear(std::memory_order_release);
        lock.notify_one();
    };
    together(work, work, [&] {
        is_ready.test_and_set();
        is_ready.notify_all();
    });
    REQUIRE(counter == 2);
}
