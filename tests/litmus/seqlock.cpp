// completed
#include "litmus.hpp"

// An odd version is one that is being written. The reader asks for it before and after.
TEST_CASE("seqlock") {
    std::atomic<unsigned> version = 0;
    std::array<std::atomic<int>, 2> pair = {};
    int torn = 0;
    together(
        [&] {
            for (int i = 1; i <= 2; ++i) {
                ++version;
                pair[0] = i;
                pair[1] = i;
                ++version;
            }
        },
        [&] {
            for (int reads = 0; reads < 2;) {
                const unsigned before = version;
                const int first = pair[0];
                const int second = pair[1];
                if (before % 2 != 0 || version != before) continue;
                ++reads;
                torn += first == second ? 0 : 1;
            }
        });
    REQUIRE(torn == 0);
}
