// failed assertion within 8
#include "litmus.hpp"

// On a busy machine a second may be too short.
TEST_CASE("sleep instead of a join") {
    std::atomic<int> result = 0;
    int seen = 0;
    std::jthread worker([&] {
        for (int i = 0; i < 3; ++i)
            ++result;
    });
    std::this_thread::sleep_for(std::chrono::seconds(1));
    seen = result;
    REQUIRE(seen == 3);
}
