// Hidden checks of exercise 04: values (4 points), schedules (3), time (2).
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "../countdown.hpp"
#include "heddle/test.hpp"
#include "port.hpp"

namespace test = heddle::test;
using namespace heddle::countdown;
using heddle::Sink;
using heddle::Ticks;

namespace {

constexpr Ticks step(5000);

/// A countdown that has not been started.
std::unique_ptr<heddle::Thread> make(int count, Sink& sink) {
    auto thread = heddle::port::make_countdown(count, sink);
    if (thread->ident() != 0) {
        thread->join();
        test::evidence("start-in-ctor", "the thread began before its constructor had ended");
    }
    return thread;
}

void run_to_its_end(heddle::Thread& thread) {
    thread.start();
    thread.join();
}

struct Both {
    std::vector<test::Column> columns = {};
    double seconds = 0;
};

/// Calls countdown_both, and goes on only if two threads did the work and are over.
Both count_both() {
    Sink sink;
    const Ticks start = heddle::now();
    heddle::port::countdown_both(sink);
    const Ticks end = heddle::now();
    test::expect_threads(2, sink, 30);
    test::expect_all_awaited();
    test::expect_all_ended();
    check_kind_of_threads(2);
    check_who_put(sink);
    return {test::columns(sink), std::chrono::duration<double>(end - start).count()};
}

/// The time between the first number of a column and its last, for each step between them.
Ticks pace(const test::Column& column) {
    const auto steps = static_cast<long>(column.times.size()) - 1;
    return (column.times.back() - column.times.front()) / std::max(steps, 1L);
}

/// Two columns that are right but for their times.
void check_times(const std::vector<test::Column>& columns) {
    const auto& first = columns[0].times;
    const auto& second = columns[1].times;
    if (pace(columns[1]) == step / 1000) {
        test::evidence("wrong-unit",
                       "a step takes 5 milliseconds, not 5 seconds: that is the unit of Ticks");
    }
    check_sleeps();
    const Ticks apart = std::chrono::abs(first.front() - second.front());
    if (apart >= Ticks(10) && apart < step) {
        test::evidence("sleep-sync",
                       "one countdown began " + std::to_string(apart.count()) +
                           " milliseconds after the other, and nothing was there to wait for");
    }
    if (first.back() <= second.front() || second.back() <= first.front()) {
        test::evidence("no-overlap",
                       "one countdown put its first number when the other had put its last");
    }
}

}  // namespace

TEST_CASE("a countdown from five puts 5 4 3 2 1, on its own thread",
          "[hidden][points:1][exhaust]") {
    Sink sink;
    const auto thread = make(5, sink);
    run_to_its_end(*thread);
    const auto values = values_in(sink);

    check_limits(values, 5);
    REQUIRE(values == Values{5, 4, 3, 2, 1});
    check_who_put(sink);
    const bool on_its_thread = std::ranges::all_of(
        sink.records(),
        [&](const heddle::Record& record) { return record.thread_id == thread->ident(); });
    REQUIRE(on_its_thread);
}

TEST_CASE("a countdown from zero, or less, puts nothing", "[hidden][points:1][exhaust]") {
    Sink of_zero;
    Sink of_less;
    run_to_its_end(*make(0, of_zero));
    run_to_its_end(*make(-3, of_less));
    const auto from_zero = values_in(of_zero);
    const auto from_less = values_in(of_less);

    if (from_zero == Values{0}) {
        test::evidence("edge-case", "a countdown from 0 put 0, though there is nothing to count");
    }
    REQUIRE(from_zero.empty());
    REQUIRE(from_less.empty());
}

TEST_CASE("two countdowns know nothing of each other", "[hidden][points:1]") {
    Sink sink;
    Sink elsewhere;
    const auto thread = make(2, sink);
    const auto other = make(4, elsewhere);
    run_to_its_end(*thread);
    const auto values = values_in(sink);
    run_to_its_end(*other);
    const auto values_of_other = values_in(elsewhere);

    if (values == count_down(4, 1)) {
        test::evidence("shared-state",
                       "a countdown from 2 began at 4, since another from 4 had been made: the "
                       "two objects share their count");
    }
    if (values.empty() && values_of_other.size() == 6) {
        test::evidence("shared-state",
                       "the numbers of one countdown went into the sink of another, which had been "
                       "made later: the two objects share their sink");
    }
    REQUIRE(values == Values{2, 1});
    REQUIRE(values_of_other == Values{4, 3, 2, 1});
}

TEST_CASE("making a countdown starts nothing", "[hidden][points:1][exhaust]") {
    Sink sink;
    const auto thread = make(2, sink);
    const auto values = values_in(sink);

    if (!values.empty()) {
        test::evidence("run-not-start",
                       "the constructor counted down itself, on the thread that called it");
    }
    REQUIRE(values.empty());
}

TEST_CASE("countdown_both returns when both threads have ended", "[hidden][points:2]") {
    const test::UncaughtExceptions uncaught;
    const Both both = count_both();

    const auto failed_threads = uncaught.threads();
    REQUIRE(failed_threads.empty());
    std::size_t numbers_put = 0;
    for (const auto& column : both.columns)
        numbers_put += column.values.size();
    REQUIRE(numbers_put == 30);
}

TEST_CASE("each countdown is whole, and on one thread", "[hidden][points:1]") {
    const auto columns = count_both().columns;
    REQUIRE(columns.size() == 2);
    check_limits(columns[0].values, 10);
    const auto from_ten = columns[0].values;
    const auto from_twenty = columns[1].values;
    REQUIRE(from_ten == count_down(10, 1));
    REQUIRE(from_twenty == count_down(20, 1));
}

TEST_CASE("both together take as long as the longer one", "[hidden][time][points:1]") {
    const Both both = count_both();
    REQUIRE(both.columns.size() == 2);
    check_times(both.columns);
    const double seconds = both.seconds;
    REQUIRE(seconds >= 95);
    REQUIRE(seconds < 101);  // who asks now and then is told a little later
}

TEST_CASE("both begin at once, and put a number every 5 seconds", "[hidden][time][points:1]") {
    const Ticks start = heddle::now();
    const auto columns = count_both().columns;
    REQUIRE(columns.size() == 2);
    check_times(columns);
    for (const auto& column : columns) {
        const double seconds_a_step = std::chrono::duration<double>(pace(column)).count();
        const double begins_after = std::chrono::duration<double>(column.times[0] - start).count();
        REQUIRE(seconds_a_step == 5);
        REQUIRE(begins_after < 5);
    }
}
