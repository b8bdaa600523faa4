// failed assertion within 170
#include "litmus.hpp"

TEST_CASE("seqlock that isnt asked again") {
    std::atomic<unsigned> version = 0;
    std::array<std::atomic<int>, 2> pair = {};
    int first = 0;
    int second = 0;
    together(
        [&] {
            ++version;
            pair[0] = 1;
            pair[1] = 1;
            ++version;
        },
        [&] {
            while (version % 2 != 0) {
            }
            first = pair[0];
            second = pair[1];
        });
    REQUIRE(first == second);
}
