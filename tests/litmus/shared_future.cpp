// completed
#include "litmus.hpp"

TEST_CASE("shared future") {
    std::promise<std::vector<int>> promise;
    const std::shared_future<std::vector<int>> future = promise.get_future();
    std::atomic<std::size_t> sum = 0;
    const auto read = [&] {
        const auto mine = future;
        sum += mine.get().size();
    };
    together(
        read,
        [&] {
            promise.set_value({1, 2, 3});
        },
        read);
    REQUIRE(sum == 6);
}
