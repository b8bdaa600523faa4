// completed
#include "litmus.hpp"

TEST_CASE("latch") {
    std::latch is_ready(3);
    std::latch may_go(1);
    std::array<int, 3> written = {};
    int sum = 0;
    {
        std::vector<std::jthread> threads;
        for (int& mine : written) {
            threads.emplace_back([&] {
                mine = 1;
                is_ready.count_down();
                may_go.wait();
                mine = 2;
            });
        }
        is_ready.wait();
        for (const int each : written)
            sum += each;
        may_go.count_down();
    }
    REQUIRE(sum == 3);
    REQUIRE(may_go.try_wait());
}
