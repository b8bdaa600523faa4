// failed assertion within 4
#include "litmus.hpp"

// Made for one producer: where to write is looked up first and moved on later.
TEST_CASE("two producers in one slot") {
    std::array<std::atomic<int>, 4> slots = {};
    std::atomic<std::size_t> written = 0;
    in_threads(2, [&](int i) {
        const std::size_t mine = written;
        slots[mine] = i + 1;
        written = mine + 1;
    });
    REQUIRE(slots[0] + slots[1] == 3);
}
