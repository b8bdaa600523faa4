#include "catch.hpp"
#include "judge/schedule.hpp"

using namespace heddle::judge;
using heddle::explore::Sources;
using heddle::scheduler::Ending;
using heddle::scheduler::Operation;

namespace {

// hit() at 1-4 calls total() at 5-8.
const Sources nested = code({"void hit() {", "    lock_guard lock(m);", "    x = total() + 1;", "}",
                             "long total() {", "    lock_guard lock(m);", "    return x;", "}"});

std::string judged(const Schedule& schedule, const Sources& sources = {}) {
    return diagnosis({schedule.ended(Ending::deadlock)}, sources);
}

Schedule in_a_circle(Schedule schedule) {
    for (auto& wait : schedule.seen.waits)
        wait.raw.in_cycle = true;
    return schedule;
}

}  // namespace

TEST_CASE("a function that calls another under the same lock relocks") {
    REQUIRE(judged(Schedule(2).lock(1, m, 2, {20}).stuck(1, Operation::lock, m, 1, 6, {3, 20}),
                   nested) == "relock");
}

TEST_CASE("the same line reached again with the lock still held is a leak") {
    REQUIRE(judged(Schedule(2).lock(1, m, 2, {20}).stuck(1, Operation::lock, m, 1, 2, {20}),
                   nested) == "lock-leak");
}

TEST_CASE("another function reached after the first has returned is a leak") {
    REQUIRE(judged(Schedule(2).lock(1, m, 2, {20}).stuck(1, Operation::lock, m, 1, 6, {20}),
                   nested) == "lock-leak");
}

TEST_CASE("a lock whose holder has ended is a leak") {
    REQUIRE(judged(Schedule(3).lock(1, m, 2).end(1).stuck(2, Operation::lock, m, 1, 2), nested) ==
            "lock-leak");
}

TEST_CASE("two threads, each with the lock that the other wants, are lock-order") {
    const Sources text = code({"void a() {", "  lock(m);", "  lock(n);", "}", "void b() {",
                               "  lock(n);", "  lock(m);", "}"});
    REQUIRE(judged(in_a_circle(Schedule(3)
                                   .lock(1, m, 2)
                                   .lock(2, n, 6)
                                   .stuck(1, Operation::lock, n, 2, 3)
                                   .stuck(2, Operation::lock, m, 1, 7)),
                   text) == "lock-order");
}

TEST_CASE("a join under the lock that the other needs to end is join-under-lock") {
    const Sources text = code(
        {"void stop() {", "  lock(m);", "  t.join();", "}", "void run() {", "  lock(m);", "}"});
    REQUIRE(judged(in_a_circle(Schedule(2)
                                   .lock(0, m, 2)
                                   .stuck(0, Operation::join, 0, 1, 3)
                                   .stuck(1, Operation::lock, m, 0, 6)),
                   text) == "join-under-lock");
}

TEST_CASE("threads that join each other are join-cycle") {
    REQUIRE(
        judged(in_a_circle(
            Schedule(3).stuck(1, Operation::join, 0, 2, 3).stuck(2, Operation::join, 0, 1, 3))) ==
        "join-cycle");
}

TEST_CASE("a notification before anybody waits is lost-wakeup") {
    Schedule schedule(2);
    schedule.stuck(1, Operation::wait, m, heddle::scheduler::no_thread, 3);
    schedule.seen.waits.back().raw.signals = 1;
    schedule.seen.waits.back().raw.lost_signals = 1;
    REQUIRE(judged(schedule) == "lost-wakeup");
}

TEST_CASE("a semaphore keeps its permits: none of them is lost") {
    Schedule schedule(2);
    schedule.stuck(1, Operation::atomic_wait, m, heddle::scheduler::no_thread, 3);
    schedule.seen.waits.back().raw.signals = 1;
    schedule.seen.waits.back().raw.lost_signals = 1;
    REQUIRE(judged(schedule) == "deadlock");
}

TEST_CASE("a wait that nothing explains is a deadlock") {
    REQUIRE(judged(Schedule(2).stuck(1, Operation::wait, m, heddle::scheduler::no_thread, 3)) ==
            "deadlock");
}
