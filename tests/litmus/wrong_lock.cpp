// failed assertion within 12
// tsan: data race
#include "litmus.hpp"

// Each is locked, but not by the same mutex.
TEST_CASE("wrong lock") {
    std::array<std::mutex, 2> mutexes;
    int balance = 0;
    in_threads(2, [&](int i) {
        const std::lock_guard lock(mutexes[static_cast<std::size_t>(i)]);
        ++balance;
    });
    REQUIRE(balance == 2);
}
