// The checks you can read. The hidden ones look at other counts and numbers, at the time that it
// all takes, and at what is still running when squares has returned.
#include <array>
#include <vector>

#include "heddle/test.hpp"
#include "port.hpp"

namespace test = heddle::test;

TEST_CASE("a countdown from two is launched", "[visible][points:0]") {
    heddle::Sink sink;
    const auto thread = heddle::port::launch(2, sink);
    if (!thread) test::evidence("empty-owner", "launch returned an owner that owns no thread");
    if (thread->ident() != 0) thread->join();

    test::expect_threads(1, sink, 2);
    test::expect_all_ended();
    const auto columns = test::columns(sink);  // what each thread put
    REQUIRE(columns.size() == 1);
    const auto numbers_put = columns[0].values;
    REQUIRE(numbers_put == std::vector<int>{2, 1});
}

TEST_CASE("the squares of 3 and 2", "[visible][points:1][weight:2]") {
    const std::array numbers = {3, 2};
    const auto squares = heddle::port::squares(numbers);

    test::expect_all_ended();
    const bool is_done = squares == std::vector<int>{9, 4};
    test::expect_threads(2, is_done ? test::UnstartedWork::done : test::UnstartedWork::left_undone);
    REQUIRE(squares == std::vector<int>{9, 4});
}
