// failed assertion within 4
#include "litmus.hpp"

// It is there before it is ready; each stage has the lock to itself.
TEST_CASE("read between two stages") {
    std::mutex mutex;
    bool is_there = false;
    int size = 0;
    int seen = 1;
    together(
        [&] {
            {
                const std::lock_guard lock(mutex);
                is_there = true;
            }
            const std::lock_guard lock(mutex);
            size = 1;
        },
        [&] {
            const std::lock_guard lock(mutex);
            if (is_there) seen = size;
        });
    REQUIRE(seen == 1);
}
