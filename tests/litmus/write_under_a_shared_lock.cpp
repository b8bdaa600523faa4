// completed
// tsan: data race
#include "litmus.hpp"

// Readers keep writers out, and not each other.
TEST_CASE("write under a shared lock") {
    std::shared_mutex mutex;
    int hits = 0;
    in_threads(2, [&](int) {
        const std::shared_lock lock(mutex);
        ++hits;
    });
    REQUIRE(hits > 0);
}
