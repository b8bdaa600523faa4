// deadlock within 6
#include "litmus.hpp"

TEST_CASE("ring of three locks") {
    std::array<std::mutex, 3> mutexes;
    in_threads(3, [&](int i) {
        const auto mine = static_cast<std::size_t>(i);
        const std::lock_guard outer(mutexes[mine]);
        const std::lock_guard inner(mutexes[(mine + 1) % 3]);
    });
    SUCCEED();
}
