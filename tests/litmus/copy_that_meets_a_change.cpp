// completed
// tsan: data race
#include "litmus.hpp"

// The copy is a call of memmove, which no compiler instruments.
TEST_CASE("copy that meets a change") {
    std::vector<int> shared(8);
    together([&] { shared[3] = 1; },
             [&] {
                 const std::vector<int> copy = shared;
                 REQUIRE(copy.size() == 8);
             });
}
