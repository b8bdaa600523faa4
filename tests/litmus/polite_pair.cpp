// livelock within 50
#include "litmus.hpp"

// Each gives way as soon as it sees that the other one wants the same.
TEST_CASE("polite pair") {
    std::array<std::atomic<bool>, 2> wants = {};
    in_threads(2, [&](int i) {
        const auto mine = static_cast<std::size_t>(i);
        wants[mine] = true;
        while (wants[1 - mine]) {
        }
        wants[mine] = false;
    });
    SUCCEED();
}
