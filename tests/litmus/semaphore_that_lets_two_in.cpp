// completed
// tsan: data race
#include "litmus.hpp"

// It counts to two, so it protects nothing.
TEST_CASE("semaphore that lets two in") {
    std::counting_semaphore<2> seats(2);
    int hits = 0;
    in_threads(2, [&](int) {
        seats.acquire();
        ++hits;
        seats.release();
    });
    REQUIRE(hits > 0);
}
