// failed assertion within 78
#include "litmus.hpp"

TEST_CASE("semaphore released too early") {
    std::counting_semaphore<> filled(0);
    std::atomic<int> slot = 0;
    int got = 0;
    together(
        [&] {
            filled.release();
            slot = 5;
        },
        [&] {
            filled.acquire();
            got = slot;
        });
    REQUIRE(got == 5);
}
