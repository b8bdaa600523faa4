// The check you can read. The hidden ones look at each function by itself, at the time that it
// takes, and at what is still running when squares has returned.
#include <array>
#include <vector>

#include "heddle/test.hpp"
#include "port.hpp"

namespace test = heddle::test;

TEST_CASE("three numbers are squared while a countdown runs", "[visible][points:1][weight:2]") {
    heddle::Sink sink;
    const std::array numbers = {3, 1, 2};
    const auto thread = heddle::port::launch(2, sink);
    const auto squares = heddle::port::squares(numbers);
    if (!thread) test::evidence("empty-owner", "launch returned an owner that owns no thread");
    if (thread->ident() != 0) thread->join();

    test::expect_threads(4, sink, 2);
    test::expect_all_ended();
    const auto columns = test::columns(sink);  // what each thread put
    REQUIRE(columns.size() == 1);
    const auto from_two = columns[0].values;
    REQUIRE(from_two == std::vector<int>{2, 1});
    REQUIRE(squares == std::vector<int>{9, 1, 4});
}
