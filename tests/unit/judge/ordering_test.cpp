#include "catch.hpp"
#include "judge/schedule.hpp"

using namespace heddle::judge;
using heddle::scheduler::Ending;

namespace {

Failed failed(const Schedule& schedule) {
    return schedule.ended(Ending::failed_assertion, "total == 2", "1 == 2");
}

Failed failed_early(Schedule schedule) {
    schedule.seen.summary.early_expiries = 1;
    return failed(schedule);
}

heddle::explore::Observation passing() {
    Schedule schedule(2);
    schedule.seen.summary.ending = Ending::completed;
    return schedule.seen;
}

}  // namespace

TEST_CASE("a failure only where a sleep ends early is sleep-sync") {
    const auto schedule = Schedule(2).create(0, 1, 2).sleep(0, 100, 3).load(0, x, 4).add(1, x, 9);
    REQUIRE(diagnosis({failed_early(schedule)}, {}, passing()) == "sleep-sync");
}

TEST_CASE("a sleep that stands where a join should be is sleep-sync") {
    const auto schedule = Schedule(2).create(0, 1, 2).sleep(0, 100, 3).load(0, x, 4).add(1, x, 9);
    REQUIRE(diagnosis({failed(schedule)}, {}, passing()) == "sleep-sync");
}

TEST_CASE("a sleep explains nothing where all threads are done when the result is read") {
    auto schedule = Schedule(2).create(0, 1, 2).sleep(0, 100, 3).add(1, x, 9).end(1).load(0, x, 4);
    REQUIRE(diagnosis({failed(schedule)}, {}, passing()).empty());
}

TEST_CASE("whoever sleeps as a part of the work is not accused of sleep-sync") {
    auto schedule = Schedule(2).create(0, 1, 2).sleep(0, 100, 3);
    schedule.seen.evidence.push_back({"work-on-main", "main did it", 0, {}});
    REQUIRE(diagnosis({failed(schedule)}, {}, passing()) == "work-on-main");
}

TEST_CASE("a sleep of the worker's explains nothing") {
    const auto schedule = Schedule(2).create(0, 1, 2).load(0, x, 4).sleep(1, 100, 8).add(1, x, 9);
    REQUIRE(diagnosis({failed(schedule)}, {}, passing()) == "never-joined");
}

TEST_CASE("where the tests saw the cause, a sleep of somebody else's explains nothing") {
    const auto sleeper = [](heddle::scheduler::ThreadId thread) {
        Failed failed = failed_early(Schedule(2).create(0, 1, 2).sleep(thread, 100, 8));
        failed.observation.evidence.push_back({"daemon-lost", "the journal isn't complete", 0, {}});
        return diagnosis({failed}, {}, passing());
    };
    REQUIRE(sleeper(0) == "sleep-sync");
    REQUIRE(sleeper(1) == "daemon-lost");
}

TEST_CASE("an order that the tests missed and the threads slept for is sleep-sync") {
    Failed failed = failed_early(Schedule(2).create(0, 1, 2).sleep(1, 100, 8));
    failed.observation.evidence.push_back({"order-assumed", "4 stands before 1", 0, {}});
    REQUIRE(diagnosis({failed}, {}, passing()) == "sleep-sync");
}

TEST_CASE("a result read before the join is joined-some") {
    REQUIRE(diagnosis({failed(Schedule(2).create(0, 1, 2).load(0, x, 3).add(1, x, 9).end(1).join(
                0, 1, 4))}) == "joined-some");
}

TEST_CASE("a join by the test, later on, is none of the student's") {
    REQUIRE(diagnosis({failed(Schedule(2).create(0, 1, 2).load(0, x, 3).add(1, x, 9).end(1).join(
                0, 1, 0))}) == "never-joined");
}

TEST_CASE("where the tests wait as they should and a thread still runs, it is joined-some") {
    auto schedule = Schedule(2).create(0, 1, 2).join(0, 1, 0);
    schedule.seen.evidence.push_back({"joined-some", "threads still running: 1", 0, {}});
    REQUIRE(diagnosis({failed(schedule)}, {}, passing()) == "joined-some");
}

TEST_CASE("a result read after the join has another cause") {
    REQUIRE(
        diagnosis(
            {failed(
                Schedule(2).create(0, 1, 2).load(0, x, 3).add(1, x, 9).end(1).join(0, 1, 4).load(
                    0, x, 5))})
            .empty());
}

TEST_CASE("what was read before the thread began is no result read too early") {
    const auto schedule =
        Schedule(2).load(0, x, 1).create(0, 1, 2).add(1, x, 9).end(1).join(0, 1, 4);
    REQUIRE(diagnosis({failed(schedule)}) != "joined-some");
}

TEST_CASE("threads that the tests started themselves accuse nobody") {
    REQUIRE(diagnosis({failed(Schedule(2).create(0, 1, 0).load(0, x, 3).add(1, x, 9))}).empty());
}
