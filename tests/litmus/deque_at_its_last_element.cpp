// failed assertion within 168
#include "litmus.hpp"

// The owner takes from the bottom without asking whether a thief got the last one meanwhile.
TEST_CASE("deque at its last element") {
    std::array<std::atomic<int>, 2> taken = {};
    std::atomic<int> top = 0;
    std::atomic<int> bottom = 2;
    const auto pop = [&] {
        const int last = bottom - 1;
        bottom = last;
        if (top <= last) ++taken[static_cast<std::size_t>(last)];
    };
    const auto steal = [&] {
        int first = top;
        if (first >= bottom) return;
        if (top.compare_exchange_strong(first, first + 1)) ++taken[static_cast<std::size_t>(first)];
    };
    together(
        [&] {
            pop();
            pop();
        },
        steal);
    REQUIRE(taken[0] <= 1);
    REQUIRE(taken[1] <= 1);
}
