// completed
#include "litmus.hpp"

TEST_CASE("atomic pointer and bits") {
    std::array<int, 4> cells = {};
    std::atomic<int*> next = cells.data();
    std::atomic<unsigned> bits = 0;
    in_threads(4, [&](int i) {
        *next++ = i;
        bits |= 1U << static_cast<unsigned>(i);
        if (i % 2 == 1) bits &= ~(1U << static_cast<unsigned>(i));
    });
    int sum = 0;
    for (const int cell : cells)
        sum += cell;
    REQUIRE(sum == 6);
    REQUIRE(bits == 5);
}
