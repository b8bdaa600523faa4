// failed assertion seldom
#include "litmus.hpp"

// It wants to enter only after it has let the other one go first.
TEST_CASE("peterson that asks too late") {
    std::array<std::atomic<bool>, 2> wants = {};
    std::atomic<std::size_t> waits = 0;
    std::atomic<int> inside = 0;
    std::atomic<bool> is_shared = false;
    in_threads(2, [&](int i) {
        const auto mine = static_cast<std::size_t>(i);
        waits = mine;
        wants[mine] = true;
        while (wants[1 - mine] && waits == mine) {
        }
        if (++inside > 1) is_shared = true;
        --inside;
        wants[mine] = false;
    });
    REQUIRE(!is_shared);
}
