// completed
#include "litmus.hpp"

TEST_CASE("promise and future") {
    std::promise<int> promise;
    std::promise<void> failing;
    auto future = promise.get_future();
    auto failed = failing.get_future();
    int plain = 0;
    std::jthread worker([&] {
        plain = 3;
        promise.set_value(4);
        failing.set_exception(std::make_exception_ptr(5));
    });
    const int got = future.get();
    const int seen = plain;
    int caught = 0;
    try {
        failed.get();
    } catch (int e) {
        caught = e;
    }
    REQUIRE(got == 4);
    REQUIRE(seen == 3);
    REQUIRE(caught == 5);
}
