// completed
#include "litmus.hpp"

// Readers may overlap; none sees half of what a writer writes.
TEST_CASE("shared mutexes") {
    std::shared_mutex mutex;
    int first = 0;
    int second = 0;
    std::atomic<int> torn = 0;
    const auto write = [&] {
        const std::unique_lock lock(mutex);
        ++first;
        ++second;
    };
    const auto read = [&] {
        for (int i = 0; i < 2; ++i) {
            const std::shared_lock lock(mutex);
            if (first != second) ++torn;
        }
    };
    together(write, read, read, write);
    REQUIRE(torn == 0);
    REQUIRE(first == 2);
}
