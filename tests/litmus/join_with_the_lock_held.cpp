// deadlock within 2
#include "litmus.hpp"

TEST_CASE("join with the lock held") {
    std::mutex mutex;
    int counter = 0;
    std::thread worker([&] {
        const std::lock_guard lock(mutex);
        ++counter;
    });
    const std::lock_guard lock(mutex);
    worker.join();
    REQUIRE(counter == 1);
}
