// completed
#include "litmus.hpp"

TEST_CASE("counting semaphore") {
    std::counting_semaphore<2> places(2);
    std::atomic<int> inside = 0;
    std::atomic<int> most = 0;
    in_threads(4, [&](int) {
        places.acquire();
        const int now = ++inside;
        int seen = most;
        while (seen < now && !most.compare_exchange_weak(seen, now)) {
        }
        --inside;
        places.release();
    });
    REQUIRE(most <= 2);
}
