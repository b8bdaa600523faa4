// Hidden checks of exercise 06: values (4 points), schedules (3), time (2).
#include <stdexcept>

#include "promises.hpp"

using namespace std::chrono_literals;
namespace given = heddle::given;
using given::Indices;

namespace {

void join_self(const given::Threads&) {
    heddle::current_thread().join();
}

void join_first(const given::Threads& all) {
    all[0]->join();
}

void join_second(const given::Threads& all) {
    all[1]->join();
}

void join_third(const given::Threads& all) {
    all[2]->join();
}

void fail(const given::Threads&) {
    throw std::runtime_error("the device is broken");
}

}  // namespace

TEST_CASE("all have ended in time, the slow one last", "[hidden][time][points:1]") {
    const auto call = given::call({{200ms}, {500ms}, {800ms}}, 2s);

    given::expect_kept(call);
    REQUIRE(call.ended == Indices{0, 1, 2});
}

TEST_CASE("one deadline for all, whoever is slow", "[hidden][time][points:1]") {
    const auto call = given::call({{9s}, {500ms}, {7s}, {8s}}, 1s);

    given::expect_kept(call);
    REQUIRE(call.ended == Indices{1});
    REQUIRE(call.alive == Indices{0, 2, 3});
}

TEST_CASE("who waits sleeps until there is news", "[hidden][time][points:1]") {
    const auto call = given::call(
        {given::Plan{.length = 400ms, .pieces = 25}, given::Plan{.length = 2s, .pieces = 25},
         given::Plan{.length = 600ms, .pieces = 25}},
        1s);

    given::expect_calm(call);
    given::expect_kept(call);
    REQUIRE(call.ended == Indices{0, 2});
}

TEST_CASE("none, and nothing left to spend", "[hidden][time][points:1]") {
    const auto of_none = given::call({}, 1s);
    given::expect_kept(of_none);
    const auto without_budget = given::call({{2s}, {1s}}, 0s);
    given::expect_kept(without_budget);
    const auto with_debts = given::call({{2s}}, -1s);
    given::expect_kept(with_debts);

    REQUIRE(without_budget.alive == Indices{0, 1});
    REQUIRE(with_debts.alive == Indices{0});
}

TEST_CASE("a thread that throws, and one told to join itself, have ended",
          "[hidden][time][points:1]") {
    const heddle::test::UncaughtExceptions uncaught;
    const auto call = given::call({{5s}, {100ms, join_self}, {200ms, fail}}, 1s);

    given::expect_kept(call);
    REQUIRE(call.ended == Indices{1, 2});
    REQUIRE(call.alive == Indices{0});
}

TEST_CASE("threads told to join each other end, and one that joins a slow one doesn't",
          "[hidden][time][points:1]") {
    const heddle::test::UncaughtExceptions uncaught;
    const auto call =
        given::call({{50ms, join_second}, {100ms, join_first}, {5s}, {10ms, join_third}}, 1s);

    given::expect_kept(call);
    REQUIRE(call.ended == Indices{0, 1});
    REQUIRE(call.alive == Indices{2, 3});
}

TEST_CASE("whoever is said to have ended has ended, however slow the machine",
          "[hidden][points:2][weight:3]") {
    const auto call = given::call({{300ms}, {100ms}, {200ms}}, 250ms);
    given::expect_sound(call);
}

TEST_CASE("a slow machine loses no thread", "[hidden][points:1][weight:2]") {
    const auto call = given::call({{1ms}, {1ms}, {1ms}}, 1h);
    given::expect_sound(call);
}
