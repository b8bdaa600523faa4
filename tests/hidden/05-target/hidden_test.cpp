// Hidden checks of exercise 05: values (4 points), schedules (3), time and threads (2).
#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "../countdown.hpp"
#include "heddle/test.hpp"
#include "port.hpp"

namespace test = heddle::test;
using namespace heddle::countdown;
using heddle::Sink;
using heddle::Ticks;
using Owner = std::unique_ptr<heddle::Thread>;

namespace {

constexpr Ticks step(5000);
constexpr Ticks at_once(10);  // for two calls; no virtual time passes in them

double in_seconds(Ticks duration) {
    return std::chrono::duration<double>(duration).count();
}

bool all_put_by(int thread_id, const Sink& sink) {
    return std::ranges::all_of(sink.records(), [thread_id](const heddle::Record& record) {
        return record.thread_id == thread_id;
    });
}

/// Fills the stack that the next calls will use, so that what a thread still looks up there, when
/// the function that it belonged to has returned, isn't right by chance.
[[gnu::noinline]] void fill_stack_with_rubbish() {
    volatile int stack[512];
    for (volatile int& number : stack)
        number = -1'000'000'007;
}

Owner launch(int count, Sink& sink) {
    Owner thread = heddle::port::launch(count, sink);
    fill_stack_with_rubbish();
    return thread;
}

/// Launches two, one after the other, and returns how long that took. Each of them may have begun
/// its first sleep by then; any other is launch's.
Ticks launch_both(Owner& from_two, Owner& from_three, Sink& sink) {
    const Ticks start = heddle::now();
    from_two = launch(2, sink);
    from_three = launch(3, sink);
    const Ticks took = heddle::now() - start;
    const bool launch_slept = test::usage(heddle_charge_sleep).count > 2;
    if (took >= at_once && took < step && launch_slept) {
        test::evidence("sleep-sync",
                       "launch slept before it returned; start() has begun the "
                       "thread, and nothing is left to wait for");
    }
    return took;
}

/// Waits for a launched countdown; whether it has been started is asked later.
void wait_for(const Owner& thread) {
    if (!thread) test::evidence("empty-owner", "launch returned an owner that owns no thread");
    if (thread->ident() != 0) thread->join();
}

std::string text(const Values& values) {
    std::string words;
    for (const int value : values)
        words += (words.empty() ? "" : " ") + std::to_string(value);
    return words;
}

Values squared(Values numbers) {
    for (int& number : numbers)
        number *= number;
    return numbers;
}

/// Fails by name where the caller of launch counted down itself and a thread was started as well.
void check_caller(const Sink& sink) {
    const auto threads = heddle::detail::thread_counts();
    const auto records = sink.records();
    const int caller = heddle::current_thread().ident();
    const bool counted =
        std::ranges::find(records, caller, &heddle::Record::thread_id) != records.end();
    if (counted && threads.started == threads.constructed && threads.called == 0) {
        test::evidence("work-on-main", "the thread that called launch counted down itself");
    }
}

/// What is to be seen of the threads that launch started, all of them joined.
void check_launched(int at_least, const Sink& sink, std::size_t values) {
    check_caller(sink);
    test::expect_threads(at_least, sink, values);
    test::expect_all_ended();
    check_kind_of_threads(at_least);
    check_who_put(sink);
}

/// The threads of squares, for all calls so far: one of the course's for each number, and all over.
void check_threads(int at_least, test::UnstartedWork unstarted) {
    test::expect_threads(at_least, unstarted);
    const int by_caller = heddle::port::own_slow_squares();
    if (by_caller > 0) {
        test::evidence("work-on-main",
                       "slow_square was called by the thread that called squares: " +
                           std::to_string(by_caller) + " times");
    }
    check_kind_of_threads(at_least);
}

test::UnstartedWork unstarted_work(bool is_done) {
    return is_done ? test::UnstartedWork::done : test::UnstartedWork::left_undone;
}

/// Fails by name where one of two countdowns began when the other was over, or in another unit.
void check_times(const Sink& sink) {
    const auto columns = test::columns(sink);
    if (columns.size() != 2) return;
    const auto& first = columns[0].times;
    const auto& second = columns[1].times;
    if (first.back() - first.front() == Ticks(5)) {
        test::evidence("wrong-unit",
                       "a step takes 5 milliseconds, not 5 seconds: that is the unit of Ticks");
    }
    check_sleeps();
    if (first.back() <= second.front() || second.back() <= first.front()) {
        test::evidence("no-overlap",
                       "one countdown put its first number when the other had put its last");
    }
}

/// Fails by name where squares are missing, or all there and not each in its place.
void check_places(const Values& results, const Values& numbers) {
    const Values expected = squared(numbers);
    if (results.size() != numbers.size()) {
        test::evidence("wrong-size", "numbers: " + std::to_string(numbers.size()) +
                                         ", squares: " + std::to_string(results.size()));
    }
    if (results != expected && std::ranges::is_permutation(results, expected)) {
        test::evidence("order-assumed", "the squares of " + text(numbers) + " came as " +
                                            text(results) + ": first come, first served");
    }
}

/// Calls squares once, and goes on only if each number had a thread of its own and all are over.
Values square(const Values& numbers) {
    const test::UncaughtExceptions uncaught;
    const Values results = heddle::port::squares(numbers);
    test::expect_all_awaited();
    test::expect_all_ended();
    if (!uncaught.threads().empty()) {
        test::evidence("exc-in-thread", "an exception that nobody caught ended " +
                                            uncaught.threads().front() +
                                            ", so its square is missing");
    }
    check_threads(static_cast<int>(numbers.size()), unstarted_work(results == squared(numbers)));
    check_places(results, numbers);
    return results;
}

}  // namespace

TEST_CASE("countdown is an ordinary function that puts 4 3 2 1", "[hidden][points:1][exhaust]") {
    Sink sink;
    heddle::port::countdown(4, sink);
    const auto values = values_in(sink);

    check_limits(values, 4);
    REQUIRE(values == Values{4, 3, 2, 1});
    const bool on_the_callers_thread = all_put_by(heddle::current_thread().ident(), sink);
    REQUIRE(on_the_callers_thread);
}

TEST_CASE("a countdown from zero, or less, puts nothing", "[hidden][points:1][exhaust]") {
    Sink of_zero;
    Sink of_less;
    heddle::port::countdown(0, of_zero);
    heddle::port::countdown(-3, of_less);
    const auto from_zero = values_in(of_zero);
    const auto from_less = values_in(of_less);

    if (from_zero == Values{0}) {
        test::evidence("edge-case", "a countdown from 0 put 0, though there is nothing to count");
    }
    REQUIRE(from_zero.empty());
    REQUIRE(from_less.empty());
}

TEST_CASE("a launched countdown runs on the thread that launch returns",
          "[hidden][points:1][exhaust]") {
    const test::UncaughtExceptions uncaught;
    Sink sink;
    const Owner thread = launch(3, sink);
    wait_for(thread);

    check_launched(1, sink, 3);
    const auto failed_threads = uncaught.threads();
    REQUIRE(failed_threads.empty());
    const auto values = values_in(sink);
    REQUIRE(values == Values{3, 2, 1});
    const bool on_its_thread = all_put_by(thread->ident(), sink);
    REQUIRE(on_its_thread);
}

TEST_CASE("two launched countdowns know nothing of each other", "[hidden][points:1]") {
    Sink of_two;
    Sink of_four;
    const Owner from_two = launch(2, of_two);
    const Owner from_four = launch(4, of_four);
    wait_for(from_two);
    wait_for(from_four);

    check_launched(2, of_four, 4);
    const auto values_from_two = values_in(of_two);
    const auto values_from_four = values_in(of_four);
    REQUIRE(values_from_two == Values{2, 1});
    REQUIRE(values_from_four == Values{4, 3, 2, 1});
}

TEST_CASE("launch returns at once, and two take as long as the longer",
          "[hidden][time][points:1]") {
    Sink sink;
    const Ticks start = heddle::now();
    Owner from_two;
    Owner from_three;
    const double seconds_to_launch = in_seconds(launch_both(from_two, from_three, sink));
    wait_for(from_two);
    wait_for(from_three);
    const double seconds = in_seconds(heddle::now() - start);

    check_launched(2, sink, 5);
    check_times(sink);
    REQUIRE(seconds_to_launch < in_seconds(at_once));
    REQUIRE(seconds >= 10);
    REQUIRE(seconds < 16);
}

TEST_CASE("squares come in the order of their numbers", "[hidden][points:1][weight:2]") {
    const Values squares = square({7, -2, 3, 7});
    REQUIRE(squares == Values{49, 4, 9, 49});
}

TEST_CASE("no number, no square; and each call begins anew", "[hidden][points:1]") {
    const Values of_nothing = heddle::port::squares({});
    const Values of_one = heddle::port::squares(Values{5});
    const Values of_two = heddle::port::squares(Values{4, 6});
    test::expect_all_awaited();
    test::expect_all_ended();
    check_threads(3, unstarted_work(of_two == Values{16, 36}));

    if (of_nothing.size() == 1) {
        test::evidence("edge-case", "no numbers gave one square: " + text(of_nothing));
    }
    if (of_two == Values{25, 16, 36}) {
        test::evidence("shared-state",
                       "the squares of 4 and 6 began with 25, which an earlier call had computed");
    }
    REQUIRE(of_nothing.empty());
    REQUIRE(of_one == Values{25});
    REQUIRE(of_two == Values{16, 36});
}

TEST_CASE("sixteen numbers have sixteen threads", "[hidden][points:1]") {
    Values numbers(16);
    std::iota(numbers.begin(), numbers.end(), 1);
    const Values squares = square(numbers);
    REQUIRE(squares == squared(numbers));
}

TEST_CASE("four squares take as long as one", "[hidden][time][points:1]") {
    const Ticks start = heddle::now();
    const Values squares = square({1, 2, 3, 4});
    const double seconds = in_seconds(heddle::now() - start);

    const test::Usage work = test::usage(heddle_charge_work);
    if (work.count > 1 && work.peak == 1) {
        test::evidence("no-overlap", "never two squares were being computed at the same time");
    }
    REQUIRE(squares == Values{1, 4, 9, 16});
    REQUIRE(seconds < 2);
}
