// deadlock within 6
#include "litmus.hpp"

TEST_CASE("five philosophers") {
    constexpr std::size_t count = 5;
    std::array<std::mutex, count> forks;
    in_threads(count, [&](int i) {
        const auto mine = static_cast<std::size_t>(i);
        const std::lock_guard left(forks[mine]);
        const std::lock_guard right(forks[(mine + 1) % count]);
    });
    SUCCEED();
}
