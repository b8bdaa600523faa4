// failed assertion within 58
#include "litmus.hpp"

TEST_CASE("load then store") {
    std::atomic<int> counter = 0;
    in_threads(2, [&](int) { counter = counter + 1; });
    REQUIRE(counter == 2);
}
