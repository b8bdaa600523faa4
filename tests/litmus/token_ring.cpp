// completed
#include "litmus.hpp"

TEST_CASE("token ring") {
    constexpr std::size_t count = 3;
    std::array<std::binary_semaphore, count> turns = {
        std::binary_semaphore(1), std::binary_semaphore(0), std::binary_semaphore(0)};
    std::vector<int> order;
    in_threads(count, [&](int i) {
        const auto mine = static_cast<std::size_t>(i);
        for (int round = 0; round < 2; ++round) {
            turns[mine].acquire();
            order.push_back(i);
            turns[(mine + 1) % count].release();
        }
    });
    REQUIRE(order == std::vector{0, 1, 2, 0, 1, 2});
}
