#include "catch.hpp"
#include "judge/schedule.hpp"

using namespace heddle::judge;
using heddle::explore::Sources;

namespace {

std::string judged(const Schedule& usual, const Sources& sources, int one, int other) {
    return diagnosis({race_reported(one, other)}, sources, usual.seen);
}

const Sources counter = code({"long x = 0;", "void hit() {", "    std::lock_guard lock(m);",
                              "    ++x;", "}", "long total() {", "    return x;", "}"});

Schedule hit_then(const Schedule& other) {
    Schedule all(3);
    all.lock(1, m, 3).write(1, x, 4).unlock(1, m, 5);
    for (const auto& step : other.seen.steps)
        all.seen.steps.push_back(step);
    return all;
}

}  // namespace

TEST_CASE("a race of bare accesses is a race") {
    REQUIRE(judged(Schedule(3).write(1, x, 4).write(2, x, 4), counter, 4, 4) == "race");
}

TEST_CASE("a race that hunt's schedule doesn't show is still a race") {
    REQUIRE(diagnosis({race_reported(4, 7)}, counter) == "race");
}

TEST_CASE("locked writes and a bare read are read-unlocked") {
    REQUIRE(judged(hit_then(Schedule(3).read(2, x, 7)), counter, 4, 7) == "read-unlocked");
}

TEST_CASE("a bare write anywhere makes it a race") {
    REQUIRE(judged(hit_then(Schedule(3).read(2, x, 7).write(2, x, 7)), counter, 4, 7) == "race");
}

TEST_CASE("two lasting locks are two-locks") {
    REQUIRE(judged(hit_then(Schedule(3).lock(2, n, 6).read(2, x, 7).unlock(2, n, 8)), counter, 4,
                   7) == "two-locks");
}

TEST_CASE("two locks that the function makes for itself are private-mutex") {
    const Sources text =
        code({"void hit() {", "    std::mutex m, n;", "    std::mutex m;", "    std::mutex n;",
              "    std::lock_guard lock(m);", "    ++x;", "}"});
    Schedule usual(3);
    usual.lock(1, m, 5).write(1, x, 6).unlock(1, m, 7);
    usual.lock(2, n, 5).write(2, x, 6).unlock(2, n, 7);
    REQUIRE(judged(usual, text, 6, 6) == "private-mutex");
}

TEST_CASE("a guard without a name refines a race, and causes none") {
    const Sources text =
        code({"void hit() {", "    std::lock_guard<std::mutex>{m};", "    ++x;", "}"});
    REQUIRE(judged(Schedule(3).write(1, x, 3).write(2, x, 3), text, 3, 3) == "vexing-guard");
    REQUIRE(diagnosis({Schedule(3).ended(heddle::scheduler::Ending::failed_assertion, "a == b",
                                         "1 == 2")},
                      text)
                .empty());
}

TEST_CASE("volatile refines a race") {
    const Sources text = code({"volatile long x = 0;", "void hit() {", "    ++x;", "}"});
    REQUIRE(judged(Schedule(3).write(1, x, 3).write(2, x, 3), text, 3, 3) == "volatile");
}

TEST_CASE("a reference handed out under the lock is escaped") {
    const Sources text = code({"long& number() {", "    std::lock_guard lock(m);", "    return x;",
                               "}", "void work() {", "    number() += 1;", "}"});
    Schedule usual(3);
    usual.lock(1, m, 2).unlock(1, m, 3).write(1, x, 6);
    usual.lock(2, m, 2).unlock(2, m, 3).write(2, x, 6);
    REQUIRE(judged(usual, text, 6, 6) == "escaped");
}

TEST_CASE("the header of a loop that writes what a thread reads is loop-ref") {
    const Sources text =
        code({"for (int x = 0; x < n; ++x)", "    threads.emplace_back([&] { use(x); });"});
    Schedule usual(3);
    usual.create(0, 1, 2).read(1, x, 2).write(0, x, 1);
    REQUIRE(judged(usual, text, 1, 2) == "loop-ref");
}

TEST_CASE("a datum tested without the lock and again under it is dcl") {
    const Sources text = code(
        {"void once() {", "if (!x) {", "lock_guard lock(m);", "if (!x)", "x = new T;", "}", "}"});
    Schedule usual(3);
    usual.lock(1, m, 3).read(1, x, 4).write(1, x, 5).unlock(1, m, 6);
    usual.read(2, x, 2).lock(2, m, 3).read(2, x, 4).unlock(2, m, 6);
    REQUIRE(judged(usual, text, 5, 2) == "dcl");
}

TEST_CASE("accesses that only a sleep keeps apart are sleep-sync") {
    Schedule usual(3);
    usual.write(1, x, 4).sleep(2, 1'000'000, 3).write(2, x, 4);
    REQUIRE(judged(usual, counter, 4, 4) == "sleep-sync");
}

TEST_CASE("a sleep inside of what races is not what orders it") {
    Schedule usual(3);
    usual.read(1, x, 4).read(2, x, 4).sleep(1, 1'000'000, 5).write(1, x, 6);
    usual.sleep(2, 1'000'000, 5).write(2, x, 6);
    REQUIRE(judged(usual, counter, 4, 6) == "race");
}
