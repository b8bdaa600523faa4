// completed
// tsan: data race
#include "litmus.hpp"

// Who says that the reader is done?
TEST_CASE("deleted while in use") {
    auto* const shared = new int(7);
    std::atomic<int> seen = 0;
    together([&] { seen = *shared; }, [&] { delete shared; });
    REQUIRE(seen != 1);
}
