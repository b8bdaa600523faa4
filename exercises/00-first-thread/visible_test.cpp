// The checks of this exercise: two countdowns, each on a thread of its own, at the same time.
#include <vector>

#include "heddle/test.hpp"
#include "port.hpp"

namespace test = heddle::test;

TEST_CASE("two countdowns, each on a thread of its own", "[visible][points:0]") {
    heddle::Sink sink;
    heddle::port::countdown_both(sink);

    test::expect_threads(2, sink, 8);
    test::expect_all_ended();

    const auto columns = test::columns(sink);  // what each thread put, the shorter one first
    REQUIRE(columns.size() == 2);
    const auto from_three = columns[0].values;
    const auto from_five = columns[1].values;
    REQUIRE(from_three == std::vector<int>{3, 2, 1});
    REQUIRE(from_five == std::vector<int>{5, 4, 3, 2, 1});
}

TEST_CASE("the second countdown doesn't wait for the first", "[visible][time][points:0]") {
    heddle::Sink sink;
    const heddle::Ticks start = heddle::now();
    heddle::port::countdown_both(sink);
    const heddle::Ticks end = heddle::now();

    test::expect_threads(2, sink, 8);
    const auto seconds = std::chrono::duration<double>(end - start).count();
    REQUIRE(seconds == 25);
}
