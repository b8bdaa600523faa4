// completed
#include "litmus.hpp"

TEST_CASE("semaphores in turns") {
    std::binary_semaphore ping(1);
    std::binary_semaphore pong(0);
    std::vector<int> turns;
    const auto play = [&](std::binary_semaphore& mine, std::binary_semaphore& other, int who) {
        for (int i = 0; i < 3; ++i) {
            mine.acquire();
            turns.push_back(who);
            other.release();
        }
    };
    together([&] { play(ping, pong, 1); }, [&] { play(pong, ping, 2); });
    REQUIRE(turns == std::vector{1, 2, 1, 2, 1, 2});
}
