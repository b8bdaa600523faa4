// failed assertion within 100
#include "litmus.hpp"

// Each account is locked for itself: money on its way is in none.
TEST_CASE("audit in the middle") {
    std::array<std::mutex, 2> mutexes;
    std::array<int, 2> balances = {5, 5};
    int sum = 0;
    const auto change = [&](std::size_t account, int amount) {
        const std::lock_guard lock(mutexes[account]);
        return balances[account] += amount;
    };
    together([&] { change(0, -3), change(1, 3); }, [&] { sum = change(0, 0) + change(1, 0); });
    REQUIRE(sum == 10);
}
