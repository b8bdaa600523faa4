// completed
#include "litmus.hpp"

using namespace std::chrono_literals;

TEST_CASE("shared timed mutex") {
    std::shared_timed_mutex mutex;
    int value = 0;
    std::array<int, 2> seen = {};
    together(
        [&] {
            const std::unique_lock lock(mutex, 24h);
            if (lock) value = 1;
            std::this_thread::sleep_for(1s);
        },
        [&] {
            const std::shared_lock lock(mutex, 2h);
            seen[0] = lock ? value : -1;
        },
        [&] {
            const std::shared_lock lock(mutex, std::try_to_lock);
            seen[1] = lock ? value : -1;
        });
    REQUIRE(seen[0] <= 1);
    REQUIRE(seen[1] <= 1);
}
