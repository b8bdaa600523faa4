// completed
#include "litmus.hpp"

TEST_CASE("philosophers with an order") {
    std::array<std::mutex, 3> forks;
    std::array<int, 3> uses = {};
    in_threads(3, [&](int i) {
        const auto left = static_cast<std::size_t>(i);
        const auto right = (left + 1) % forks.size();
        const std::lock_guard first(forks[std::min(left, right)]);
        const std::lock_guard second(forks[std::max(left, right)]);
        ++uses[left];
        ++uses[right];
    });
    REQUIRE(uses == std::array{2, 2, 2});
}
