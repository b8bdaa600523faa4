// Hidden checks of exercise 10: values (4 points), schedules (3), threads (2).
#include <array>
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

#include "heddle/test.hpp"
#include "port.hpp"

namespace {

using heddle::port::count_hits;
using heddle::port::HitCounter;
using heddle::port::make_hit_counter;
using heddle::test::UnstartedWork;

void hit_often(HitCounter& counter, int hits) {
    for (int hit = 0; hit < hits; ++hit)
        counter.hit();
}

std::thread start_hitting(HitCounter& counter, int hits) {
    return std::thread([&counter, hits] { hit_often(counter, hits); });
}

long total_on_another_thread(const HitCounter& counter) {
    long total = 0;
    std::thread([&] { total = counter.total(); }).join();
    return total;
}

/// Fills the stack that the next calls will use, so that a local variable nobody initialised can't
/// pass for a zero, or for what the last call left in it.
[[gnu::noinline]] void fill_stack_with_rubbish() {
    volatile long stack[512];
    for (volatile long& number : stack)
        number = -1'000'000'007;
}

/// Fails when a count began at a number that nobody writes down as a start.
void check_start(const std::string& call, long total) {
    if (-1000 < total && total < 1000) return;
    heddle::test::evidence("uninitialised",
                           call + " is " + std::to_string(total) + ": nobody set its first number");
}

void report_edge_case(const std::string& call, long total) {
    heddle::test::evidence("edge-case", call + " is " + std::to_string(total) + ", expected 0");
}

/// Fails when counts of one thread are those of two threads, or of one hit more.
void check_shares(long three_hits, long two_hits) {
    const bool has_one_thread_more = three_hits == 6 && two_hits == 4;
    const bool has_one_hit_more = three_hits == 4 && two_hits == 3;
    if (!has_one_thread_more && !has_one_hit_more) return;
    heddle::test::evidence("off-by-one", "count_hits(1, 3) is " + std::to_string(three_hits) +
                                             " and count_hits(1, 2) is " +
                                             std::to_string(two_hits) + ": one " +
                                             (has_one_hit_more ? "hit" : "share") + " too many");
}

/// Fails when whoever asks for the total isn't told of all `hits`, though they have been made, by
/// a thread that is still alive.
void check_hits_arrive(long hits, const std::string& who_asks, long total) {
    if (total >= hits) return;
    heddle::test::evidence("not-written", "a thread has hit " + std::to_string(hits) +
                                              " times, and total(), called by " + who_asks +
                                              ", says " + std::to_string(total));
}

/// Fails when a count went round, as one of eight bits does.
void check_room(int hits, long total) {
    if (hits - total != 256) return;
    heddle::test::evidence("edge-case", "after " + std::to_string(hits) + " hits total() says " +
                                            std::to_string(total) +
                                            ": a number of 8 bits can't count so far");
}

/// Fails when some threads had been waited for before others were started. Six threads that start
/// each other in whatever order are three at once at least, even where each half waits for its own.
void expect_side_by_side() {
    const heddle::test::Census threads = heddle::test::census();
    if (!threads.available || threads.peak_alive > 2) return;
    heddle::test::evidence("start-join-pairs",
                           std::to_string(threads.started) + " threads were started, and at most " +
                               std::to_string(threads.peak_alive) + " were there at once");
}

/// How often a reading is smaller than the one before it.
template <std::size_t Size>
int count_falls(const std::array<long, Size>& readings) {
    int falls = 0;
    for (std::size_t later = 1; later < Size; ++later) {
        if (readings[later] < readings[later - 1]) ++falls;
    }
    return falls;
}

}  // namespace

// The last part has more steps than a case should have, all of them on one thread. Another thread
// asks before the one that hit does, since asking might be what makes hits known.
TEST_CASE("a new counter says zero, and counts up from there, whoever asks",
          "[hidden][points:1][exhaust]") {
    const auto counter = make_hit_counter();
    const long at_first = counter->total();
    hit_often(*counter, 3);
    const long total_elsewhere = total_on_another_thread(*counter);
    const long after_three_hits = counter->total();
    check_start("the total of a new counter", at_first);
    REQUIRE(at_first == 0);
    check_hits_arrive(3, "another thread", total_elsewhere);
    check_hits_arrive(3, "the same thread", after_three_hits);
    REQUIRE(total_elsewhere == 3);
    REQUIRE(after_three_hits == 3);

    hit_often(*counter, 297);
    const long after_300_hits = counter->total();
    check_room(300, after_300_hits);
    REQUIRE(after_300_hits == 300);
}

TEST_CASE("without threads, or without hits, count_hits is zero", "[hidden][points:1][exhaust]") {
    const long without_threads = count_hits(0, 3);
    const long without_hits = count_hits(1, 0);
    const bool is_right_otherwise = count_hits(1, 1) == 1;

    if (is_right_otherwise && without_threads != 0)
        report_edge_case("count_hits(0, 3)", without_threads);
    if (is_right_otherwise && without_hits != 0) report_edge_case("count_hits(1, 0)", without_hits);
    REQUIRE(without_threads == 0);
    REQUIRE(without_hits == 0);
}

TEST_CASE("two counters know nothing of each other", "[hidden][points:1][exhaust]") {
    const auto often = make_hit_counter();
    const auto once = make_hit_counter();
    hit_often(*often, 3);
    once->hit();
    const long total_of_often = often->total();
    const long total_of_once = once->total();

    if (total_of_often == 4 && total_of_once == 4) {
        heddle::test::evidence(
            "shared-state", "two counters, hit 3 times and once, both say 4: they share a number");
    }
    REQUIRE(total_of_often == 3);
    REQUIRE(total_of_once == 1);
}

TEST_CASE("each call of count_hits begins at zero", "[hidden][points:1][exhaust]") {
    fill_stack_with_rubbish();
    const long first_count = count_hits(1, 3);
    fill_stack_with_rubbish();
    const long second_count = count_hits(1, 2);

    check_start("count_hits(1, 3)", first_count);
    check_start("count_hits(1, 2)", second_count);
    if (first_count == 3 && second_count == 5) {
        heddle::test::evidence("shared-state",
                               "count_hits(1, 2) is 5 after count_hits(1, 3): it began at 3");
    }
    check_shares(first_count, second_count);
    REQUIRE(first_count == 3);
    REQUIRE(second_count == 2);
}

TEST_CASE("three threads, two hits each, by count_hits", "[hidden][points:1][weight:3]") {
    const long total = count_hits(3, 2);
    REQUIRE(total == 6);
}

TEST_CASE("four threads share one counter", "[hidden][points:1][weight:3]") {
    const auto counter = make_hit_counter();
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.push_back(start_hitting(*counter, 2));
    for (std::thread& thread : threads)
        thread.join();

    const long total = counter->total();
    REQUIRE(total == 8);
}

// The last reading is the final total, so readings that never fall are never too high either.
TEST_CASE("a total read while others hit never falls", "[hidden][points:1][weight:3]") {
    const auto counter = make_hit_counter();
    std::array<long, 4> readings{};
    std::thread first = start_hitting(*counter, 2);
    std::thread second = start_hitting(*counter, 2);
    for (std::size_t i = 0; i < 3; ++i)
        readings[i] = counter->total();
    first.join();
    second.join();
    readings[3] = counter->total();

    const long total = readings[3];
    const int falls = count_falls(readings);
    REQUIRE(total == 4);
    REQUIRE(falls == 0);
}

TEST_CASE("count_hits runs its threads side by side", "[hidden][points:1]") {
    const long total = count_hits(6, 1);
    const auto unstarted_work = total == 6 ? UnstartedWork::done : UnstartedWork::left_undone;
    heddle::test::expect_threads(5, unstarted_work);  // five, since the caller may do one share
    expect_side_by_side();
    REQUIRE(total == 6);
}

TEST_CASE("when count_hits returns, its threads have ended", "[hidden][points:1][exhaust]") {
    const long total = count_hits(2, 2);
    heddle::test::expect_all_ended();
    REQUIRE(total == 4);
}
