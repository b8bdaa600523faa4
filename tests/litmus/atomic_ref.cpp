// completed
#include "litmus.hpp"

// What is plain before and after may be atomic in between.
TEST_CASE("atomic ref") {
    std::array<int, 2> sums = {1, 1};
    in_threads(3, [&](int i) {
        const std::atomic_ref first(sums[0]);
        const std::atomic_ref second(sums[1]);
        first += i;
        int seen = second;
        while (!second.compare_exchange_weak(seen, seen * 2)) {
        }
    });
    REQUIRE(sums[0] == 4);
    REQUIRE(sums[1] == 8);
}
