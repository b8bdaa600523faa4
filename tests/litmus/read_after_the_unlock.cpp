// completed
// tsan: data race
#include "litmus.hpp"

// What is returned is read when the lock has been given back.
TEST_CASE("read after the unlock") {
    std::mutex mutex;
    int hits = 0;
    in_threads(2, [&](int) {
        mutex.lock();
        ++hits;
        mutex.unlock();
        REQUIRE(hits > 0);
    });
}
