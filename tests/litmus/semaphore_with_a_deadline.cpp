// completed
#include "litmus.hpp"

using namespace std::chrono_literals;

TEST_CASE("semaphore with a deadline") {
    std::counting_semaphore<> things(0);
    bool at_once = true;
    bool soon = true;
    std::chrono::nanoseconds waited = {};
    together(
        [&] {
            at_once = things.try_acquire();
            const auto start = std::chrono::steady_clock::now();
            soon = things.try_acquire_for(2s);
            waited = std::chrono::steady_clock::now() - start;
            if (!soon && !at_once) things.acquire();
        },
        [&] {
            std::this_thread::sleep_for(10s);
            things.release();
        });
    REQUIRE((at_once || soon || waited >= 2s));
}
