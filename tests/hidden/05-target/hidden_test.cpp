// Hidden checks of exercise 05: values (4 points), schedules (3), time and threads (2).
#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

#include "heddle/test.hpp"
#include "port.hpp"

namespace test = heddle::test;
using heddle::Sink;
using heddle::Ticks;
using Owner = std::unique_ptr<heddle::Thread>;
using Values = std::vector<int>;

namespace {

double in_seconds(Ticks duration) {
    return std::chrono::duration<double>(duration).count();
}

Values values_in(const Sink& sink) {
    Values values;
    for (const auto& record : sink.records())
        values.push_back(record.value);
    return values;
}

bool all_put_by(int thread_id, const Sink& sink) {
    return std::ranges::all_of(sink.records(), [thread_id](const heddle::Record& record) {
        return record.thread_id == thread_id;
    });
}

Values count_down(int from, int to) {
    Values values;
    for (int value = from; value >= to; --value)
        values.push_back(value);
    return values;
}

void check_limits(const Values& values, int count) {
    const bool goes_to_zero = values == count_down(count, 0);
    const bool begins_late = values == count_down(count - 1, 0);
    const bool stops_early = values == count_down(count, 2);
    if (!goes_to_zero && !begins_late && !stops_early) return;
    test::evidence("off-by-one", "a countdown from " + std::to_string(count) + " went from " +
                                     std::to_string(values.front()) + " to " +
                                     std::to_string(values.back()));
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

/// Calls squares, and goes on only if each number had a thread of its own and all are over.
Values square(const Values& numbers) {
    const int before = test::census().started;
    const Values results = heddle::port::squares(numbers);
    const bool is_done = results.size() == numbers.size();
    test::expect_threads(before + static_cast<int>(numbers.size()),
                         is_done ? test::UnstartedWork::done : test::UnstartedWork::left_undone);
    test::expect_all_ended();
    return results;
}

Values squared(Values numbers) {
    for (int& number : numbers)
        number *= number;
    return numbers;
}

/// Fails by name where squares are all there, but not each in its place.
void check_order(const Values& results, const Values& numbers) {
    const Values expected = squared(numbers);
    if (results == expected || !std::ranges::is_permutation(results, expected)) return;
    test::evidence("order-assumed", "the squares of " + text(numbers) + " came as " +
                                        text(results) + ": in the order in which threads got there");
}

}  // namespace

TEST_CASE("countdown is an ordinary function that puts 4 3 2 1", "[hidden][points:1]") {
    Sink sink;
    heddle::port::countdown(4, sink);
    const auto values = values_in(sink);

    check_limits(values, 4);
    REQUIRE(values == Values{4, 3, 2, 1});
    const bool on_the_callers_thread = all_put_by(heddle::current_thread().ident(), sink);
    REQUIRE(on_the_callers_thread);
}

TEST_CASE("a countdown from zero, or less, puts nothing", "[hidden][points:1]") {
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

TEST_CASE("a launched countdown runs on the thread that launch returns", "[hidden][points:1]") {
    const test::UncaughtExceptions uncaught;
    Sink sink;
    const Owner thread = launch(3, sink);
    wait_for(thread);

    test::expect_threads(1, sink, 3);
    test::expect_all_ended();
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

    test::expect_threads(2, of_four, 4);
    const auto values_from_two = values_in(of_two);
    const auto values_from_four = values_in(of_four);
    REQUIRE(values_from_two == Values{2, 1});
    REQUIRE(values_from_four == Values{4, 3, 2, 1});
}

TEST_CASE("launch returns at once, and two take as long as the longer", "[hidden][time][points:1]") {
    Sink sink;
    const Ticks start = heddle::now();
    const Owner from_two = launch(2, sink);
    const Owner from_three = launch(3, sink);
    const double seconds_to_launch = in_seconds(heddle::now() - start);
    wait_for(from_two);
    wait_for(from_three);
    const double seconds = in_seconds(heddle::now() - start);

    test::expect_threads(2, sink, 5);
    REQUIRE(seconds_to_launch < 1);
    REQUIRE(seconds >= 10);
    REQUIRE(seconds < 16);
}

TEST_CASE("squares come in the order of their numbers", "[hidden][points:1][weight:2]") {
    const Values numbers = {7, -2, 3, 7};
    const Values squares = square(numbers);

    check_order(squares, numbers);
    REQUIRE(squares == Values{49, 4, 9, 49});
}

TEST_CASE("no number, no square; and each call begins anew", "[hidden][points:1]") {
    const Values of_nothing = square({});
    const Values of_one = square({5});
    const Values of_two = square({4, 6});

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

    check_order(squares, numbers);
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
