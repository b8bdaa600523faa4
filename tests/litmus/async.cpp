// completed
#include "litmus.hpp"

namespace {

int sum_of(int from, int to) {
    if (to - from == 1) return from;
    const int middle = (from + to) / 2;
    auto left = std::async(std::launch::async, sum_of, from, middle);
    return sum_of(middle, to) + left.get();
}

}  // namespace

TEST_CASE("async") {
    auto later = std::async(std::launch::deferred, sum_of, 0, 2);
    REQUIRE(sum_of(0, 4) == 6);
    REQUIRE(later.wait_for(std::chrono::seconds(0)) == std::future_status::deferred);
    REQUIRE(later.get() == 1);
}
