// The check you can read. The hidden ones look at single countdowns, at the time that it takes, and
// at what is still running when countdown_both has returned.
#include <vector>

#include "heddle/test.hpp"
#include "port.hpp"

namespace test = heddle::test;

namespace {

std::vector<int> count_down_from(int count) {
    std::vector<int> numbers;
    for (; count > 0; --count)
        numbers.push_back(count);
    return numbers;
}

}  // namespace

TEST_CASE("10 and 20 are counted down, each on a thread of its own", "[visible][points:1]") {
    heddle::Sink sink;
    heddle::port::countdown_both(sink);

    test::expect_threads(2, sink, 30);
    test::expect_all_awaited();
    test::expect_all_ended();

    const auto columns = test::columns(sink);  // what each thread put, the shorter one first
    REQUIRE(columns.size() == 2);
    const auto from_ten = columns[0].values;
    const auto from_twenty = columns[1].values;
    REQUIRE(from_ten == count_down_from(10));
    REQUIRE(from_twenty == count_down_from(20));
}
