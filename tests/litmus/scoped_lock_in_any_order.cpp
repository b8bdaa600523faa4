// completed
#include "litmus.hpp"

// std::scoped_lock takes several without a deadlock, in whatever order they are named.
TEST_CASE("scoped lock in any order") {
    std::array<std::mutex, 3> mutexes;
    int counter = 0;
    in_threads(3, [&](int i) {
        const std::size_t first = static_cast<std::size_t>(i);
        const std::scoped_lock lock(mutexes[first], mutexes[(first + 1) % 3],
                                    mutexes[(first + 2) % 3]);
        ++counter;
    });
    REQUIRE(counter == 3);
}
