// The checks you can read. The hidden ones look at other counts and numbers, at the time that it
// all takes, and at what is still running when squares has returned.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "heddle/test.hpp"
#include "port.hpp"

namespace test = heddle::test;

namespace {

/// Fails by name where the caller of launch counted down itself and a thread was started as well.
void check_caller(const std::vector<test::Column>& columns) {
    const auto threads = heddle::detail::thread_counts();
    const int caller = heddle::current_thread().ident();
    const bool counted =
        std::ranges::find(columns, caller, &test::Column::thread_id) != columns.end();
    if (counted && threads.started == threads.constructed && threads.called == 0) {
        test::evidence("work-on-main", "the thread that called launch counted down itself");
    }
}

}  // namespace

TEST_CASE("a countdown from two is launched", "[visible][points:0][exhaust]") {
    heddle::Sink sink;
    const auto thread = heddle::port::launch(2, sink);
    if (!thread) test::evidence("empty-owner", "launch returned an owner that owns no thread");
    if (thread->ident() != 0) thread->join();

    const auto columns = test::columns(sink);  // what each thread put
    check_caller(columns);
    test::expect_threads(1, sink, 2);
    test::expect_all_ended();
    REQUIRE(columns.size() == 1);
    const auto numbers_put = columns[0].values;
    REQUIRE(numbers_put == std::vector<int>{2, 1});
}

TEST_CASE("the squares of 3 and 2", "[visible][points:1][weight:2]") {
    const test::UncaughtExceptions uncaught;
    const std::array numbers = {3, 2};
    const auto squares = heddle::port::squares(numbers);

    test::expect_all_ended();
    if (!uncaught.threads().empty()) {
        test::evidence("exc-in-thread", "an exception that nobody caught ended " +
                                            uncaught.threads().front() +
                                            ", so its square is missing");
    }
    const bool is_done = squares == std::vector<int>{9, 4};
    test::expect_threads(2, is_done ? test::UnstartedWork::done : test::UnstartedWork::left_undone);
    if (squares.size() != numbers.size()) {
        test::evidence("wrong-size", "numbers: 2, squares: " + std::to_string(squares.size()));
    }
    if (squares == std::vector<int>{4, 9}) {
        test::evidence("order-assumed",
                       "the squares of 3 and 2 came as 4 and 9: first come, first served");
    }
    REQUIRE(squares == std::vector<int>{9, 4});
}
