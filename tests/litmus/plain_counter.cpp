// failed assertion within 190
// tsan: data race
#include "litmus.hpp"

TEST_CASE("plain counter") {
    int counter = 0;
    in_threads(2, [&](int) {
        for (int i = 0; i < 2; ++i)
            ++counter;
    });
    REQUIRE(counter == 4);
}
