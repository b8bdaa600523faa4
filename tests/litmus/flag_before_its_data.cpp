// failed assertion within 734
// tsan: data race
#include "litmus.hpp"

// Double-checked locking that says "made" before it is.
TEST_CASE("flag before its data") {
    std::mutex mutex;
    bool is_made = false;
    int value = 0;
    std::array<int, 2> seen = {};
    in_threads(2, [&](int i) {
        if (!is_made) {
            const std::lock_guard lock(mutex);
            if (!is_made) {
                is_made = true;
                value = 7;
            }
        }
        seen[static_cast<std::size_t>(i)] = value;
    });
    REQUIRE(seen == std::array{7, 7});
}
