// completed
// tsan: data race
#include "litmus.hpp"

// Only the writers agree on a lock.
TEST_CASE("vector that grows while it is read") {
    std::mutex mutex;
    std::vector<int> values = {1};
    together(
        [&] {
            const std::lock_guard lock(mutex);
            values.push_back(2);
        },
        [&] { REQUIRE(values.size() > 0); });
}
