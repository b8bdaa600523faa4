// terminated within 62
#include "litmus.hpp"

TEST_CASE("promise kept twice") {
    std::promise<int> winner;
    auto future = winner.get_future();
    std::atomic<bool> has_winner = false;
    in_threads(2, [&](int i) {
        if (has_winner) return;
        has_winner = true;
        winner.set_value(i);
    });
    REQUIRE(future.get() < 2);
}
