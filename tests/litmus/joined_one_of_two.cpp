// completed
// tsan: data race
#include "litmus.hpp"

// The sum is read when one of the two has ended.
TEST_CASE("joined one of two") {
    int parts[2] = {};
    std::jthread first([&] { parts[0] = 1; });
    std::jthread second([&] { parts[1] = 2; });
    first.join();
    REQUIRE(parts[0] + parts[1] > 0);
}
