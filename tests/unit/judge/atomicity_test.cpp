#include "catch.hpp"
#include "judge/schedule.hpp"

using namespace heddle::judge;
using heddle::explore::Sources;
using heddle::scheduler::Ending;
using heddle::scheduler::Operation;
using heddle::scheduler::StepResult;

namespace {

std::string judged(const Schedule& schedule, const Sources& sources = {}) {
    return diagnosis({schedule.ended(Ending::failed_assertion, "total == 2", "1 == 2")}, sources);
}

}  // namespace

TEST_CASE("a load and a store with a foreign store between are split-rmw") {
    REQUIRE(judged(Schedule(3).load(1, x, 4).load(2, x, 4).store(2, x, 5).store(1, x, 5)) ==
            "split-rmw");
}

TEST_CASE("a load and a fetch_add with a foreign one between are not") {
    REQUIRE(judged(Schedule(3).load(1, x, 4).add(2, x, 5).add(1, x, 5)).empty());
}

TEST_CASE("an exchange, by its text, overwrites as a store does") {
    const Sources text = code({"", "", "", "", "x.exchange(x.load() + 1);"});
    REQUIRE(judged(Schedule(3).load(1, x, 5).add(2, x, 5).add(1, x, 5), text) == "split-rmw");
}

TEST_CASE("a compare-exchange that fails for good is cas-once") {
    REQUIRE(judged(Schedule(3)
                       .exchange_if(2, x, 4, StepResult::done)
                       .exchange_if(1, x, 4, StepResult::failed)) == "cas-once");
}

TEST_CASE("a compare-exchange that is tried again in a loop is not") {
    const Sources text = code({"void hit() {", "  do", "    n = x;",
                               "  while (!x.compare_exchange_weak(n, n + 1));", "}"});
    REQUIRE(judged(Schedule(3)
                       .exchange_if(1, x, 4, StepResult::failed)
                       .exchange_if(1, x, 4, StepResult::done),
                   text)
                .empty());
}

TEST_CASE("a read and a write in two sections with a foreign write between are check-act") {
    Schedule schedule(3);
    schedule.lock(1, m, 2).read(1, x, 3).unlock(1, m, 4);
    schedule.lock(2, m, 6).write(2, x, 7).unlock(2, m, 8);
    schedule.lock(1, m, 6).write(1, x, 7).unlock(1, m, 8);
    REQUIRE(judged(schedule) == "check-act");
}

TEST_CASE("whole updates in sections of their own are not") {
    Schedule schedule(3);
    const std::initializer_list<heddle::scheduler::ThreadId> turns = {1, 2, 1};
    for (const auto thread : turns) {
        schedule.lock(thread, m, 2).read(thread, x, 3).write(thread, x, 3).unlock(thread, m, 4);
    }
    REQUIRE(judged(schedule).empty());
}

namespace {

// The step just added becomes one that is neither an access nor a lock.
void turn_last_into(Schedule& schedule, Operation operation) {
    schedule.last().raw.operation = operation;
}

// Thread 0 tests x under m and waits for m's condition; its time is up, and it asks the clock.
Schedule timed_wait() {
    Schedule schedule(2);
    schedule.lock(0, m, 1).read(0, x, 2).read(0, y, 3);
    turn_last_into(schedule, Operation::wait);
    schedule.last().raw.result = StepResult::timed_out;
    schedule.read(0, y, 3);
    turn_last_into(schedule, Operation::clock);
    return schedule;
}

}  // namespace

TEST_CASE("who goes on after a wait without looking again is if-wait") {
    REQUIRE(judged(timed_wait().unlock(0, m, 4)) == "if-wait");
}

TEST_CASE("who looks again, after asking the clock, is not") {
    REQUIRE(judged(timed_wait().read(0, x, 2).unlock(0, m, 4)).empty());
}

TEST_CASE("a wait inside the course's library is none of the student's") {
    Schedule schedule = timed_wait();
    for (auto& step : schedule.seen.steps)
        step.is_in_library = true;
    REQUIRE(judged(schedule.unlock(0, m, 4)).empty());
}
