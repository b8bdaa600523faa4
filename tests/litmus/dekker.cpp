// completed
#include "litmus.hpp"

TEST_CASE("dekker") {
    std::array<std::atomic<bool>, 2> wants = {};
    std::atomic<std::size_t> turn = 0;
    int counter = 0;
    in_threads(2, [&](int i) {
        const auto mine = static_cast<std::size_t>(i);
        const auto other = 1 - mine;
        for (int round = 0; round < 2; ++round) {
            wants[mine] = true;
            while (wants[other]) {
                if (turn == mine) continue;
                wants[mine] = false;
                while (turn != mine) {
                }
                wants[mine] = true;
            }
            ++counter;
            turn = other;
            wants[mine] = false;
        }
    });
    REQUIRE(counter == 4);
}
