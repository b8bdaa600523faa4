// completed
#include "litmus.hpp"

TEST_CASE("peterson") {
    std::array<std::atomic<bool>, 2> wants = {};
    std::atomic<std::size_t> waits = 0;
    int counter = 0;
    in_threads(2, [&](int i) {
        const auto mine = static_cast<std::size_t>(i);
        for (int round = 0; round < 3; ++round) {
            wants[mine] = true;
            waits = mine;
            while (wants[1 - mine] && waits == mine) {
            }
            ++counter;
            wants[mine] = false;
        }
    });
    REQUIRE(counter == 6);
}
