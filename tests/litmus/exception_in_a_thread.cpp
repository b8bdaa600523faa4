// terminated within 46
#include "litmus.hpp"

TEST_CASE("exception in a thread") {
    std::atomic<std::size_t> next = 0;
    const std::vector<int> things = {1, 2, 3};
    std::atomic<int> sum = 0;
    in_threads(2, [&](int) {
        while (next < things.size())
            sum += things.at(next++);
    });
    REQUIRE(sum == 6);
}
