// completed
#include "litmus.hpp"

// Two swap what they bring, twice.
TEST_CASE("rendezvous") {
    std::array<std::counting_semaphore<>, 2> brought = {std::counting_semaphore<>(0),
                                                        std::counting_semaphore<>(0)};
    std::array<std::counting_semaphore<>, 2> taken = {std::counting_semaphore<>(0),
                                                      std::counting_semaphore<>(0)};
    std::array<int, 2> gifts = {};
    std::array<int, 2> sums = {};
    in_threads(2, [&](int i) {
        const auto mine = static_cast<std::size_t>(i);
        const auto other = 1 - mine;
        for (int round = 1; round <= 2; ++round) {
            gifts[mine] = round * (i + 1);
            brought[mine].release();
            brought[other].acquire();
            sums[mine] += gifts[other];
            taken[other].release();
            taken[mine].acquire();
        }
    });
    REQUIRE(sums == std::array{6, 3});
}
