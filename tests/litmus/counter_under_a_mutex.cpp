// completed
#include "litmus.hpp"

TEST_CASE("counter under a mutex") {
    std::mutex mutex;
    int counter = 0;
    in_threads(3, [&](int) {
        for (int i = 0; i < 3; ++i) {
            const std::lock_guard lock(mutex);
            ++counter;
        }
    });
    REQUIRE(counter == 9);
}
