// failed assertion within 4
#include "litmus.hpp"

TEST_CASE("once flag that isnt") {
    std::atomic<bool> is_called = false;
    std::atomic<int> calls = 0;
    in_threads(2, [&](int) {
        if (is_called) return;
        ++calls;
        is_called = true;
    });
    REQUIRE(calls == 1);
}
