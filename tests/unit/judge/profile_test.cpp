#include "judge/profile.hpp"

#include "catch.hpp"
#include "judge/schedule.hpp"

using namespace heddle::judge;
using heddle::model::Profile;
using heddle::model::TimeSpent;
using heddle::scheduler::Operation;
using std::chrono::nanoseconds;

namespace {

// Of the thread with that number.
TimeSpent time_of(const Schedule& schedule, std::size_t thread) {
    return profile_of(schedule.seen).threads.at(thread).time;
}

}  // namespace

TEST_CASE("time is what passes between a step that waits and the thread's next") {
    const auto schedule = Schedule(1)
                              .waits(0, Operation::work)
                              .until(10)
                              .done(0, Operation::work)
                              .waits(0, Operation::io)
                              .until(40)
                              .done(0, Operation::io)
                              .waits(0, Operation::sleep)
                              .until(45)
                              .done(0, Operation::sleep);
    const TimeSpent time = time_of(schedule, 0);
    CHECK(time.compute == nanoseconds(10));
    CHECK(time.io_wait == nanoseconds(30));
    CHECK(time.sleep == nanoseconds(5));
    CHECK(time.polling == nanoseconds(0));
    CHECK(profile_of(schedule.seen).makespan == nanoseconds(45));
}

TEST_CASE("waiting for an end, a signal or a permit is waiting for threads") {
    for (const Operation operation : {Operation::join, Operation::wait, Operation::atomic_wait,
                                      Operation::semaphore_wait, Operation::barrier_wait}) {
        const auto schedule = Schedule(1).waits(0, operation).until(7).done(0, operation);
        CHECK(time_of(schedule, 0).thread_wait == nanoseconds(7));
    }
}

TEST_CASE("a thread that is awake while time passes polls") {
    const auto schedule = Schedule(1).done(0, Operation::load).until(9).done(0, Operation::load);
    CHECK(time_of(schedule, 0).polling == nanoseconds(9));
}

TEST_CASE("a thread's time begins when it is created, and ends with its last step") {
    const auto schedule = Schedule(2)
                              .until(100)
                              .create(0, 1, 1)
                              .waits(0, Operation::join)
                              .waits(1, Operation::io)
                              .until(130)
                              .done(1, Operation::io)
                              .end(1)
                              .join(0, 1, 2)
                              .waits(0, Operation::io)
                              .until(200)
                              .done(0, Operation::io);
    const TimeSpent time = time_of(schedule, 1);
    CHECK(time.io_wait == nanoseconds(30));
    CHECK(time.polling == nanoseconds(0));
    CHECK(total(profile_of(schedule.seen)).io_wait == nanoseconds(100));
}

TEST_CASE("the wait for what the tests left behind is nobody's time") {
    const auto schedule =
        Schedule(1).waits(0, Operation::finish).until(50).done(0, Operation::finish);
    const TimeSpent time = time_of(schedule, 0);
    CHECK(time.thread_wait == nanoseconds(0));
    CHECK(time.polling == nanoseconds(0));
}

TEST_CASE("locks have the student's names, the most waited for first") {
    const auto schedule = Schedule(2)
                              .done(0, Operation::lock, n)
                              .done(0, Operation::lock, n)
                              .done(0, Operation::lock, m)
                              .waits(1, Operation::lock, m)
                              .until(20)
                              .done(0, Operation::unlock, m)
                              .done(1, Operation::lock, m);
    const Profile profile = profile_of(schedule.seen);
    REQUIRE(profile.locks.size() == 2);
    CHECK(profile.locks[0].name == "m");
    CHECK(profile.locks[0].taken == 2);
    CHECK(profile.locks[0].waited == nanoseconds(20));
    CHECK(profile.locks[1].name == "n");
    CHECK(profile.locks[1].taken == 2);
    CHECK(profile.threads[1].time.lock_wait == nanoseconds(20));
}

TEST_CASE("what was begun, under locks and at once, is the engine's count") {
    Schedule schedule(1);
    schedule.seen.summary.usage[1] = {.total = 0, .count = 6, .locked = 2, .now = 0, .peak = 3};
    schedule.seen.summary.threads_started = 5;
    schedule.seen.summary.peak_alive = 4;
    const Profile profile = profile_of(schedule.seen);
    CHECK(profile.io.count == 6);
    CHECK(profile.io.locked == 2);
    CHECK(profile.io.at_once == 3);
    CHECK(profile.threads_started == 5);
    CHECK(profile.threads_at_once == 4);
}

TEST_CASE("waiting for a core isn't computing") {
    const auto schedule = Schedule(1)
                              .waits(0, Operation::core)
                              .until(10)
                              .waits(0, Operation::work)
                              .until(15)
                              .done(0, Operation::work);
    const TimeSpent time = time_of(schedule, 0);
    CHECK(time.core_wait == nanoseconds(10));
    CHECK(time.compute == nanoseconds(5));
}

TEST_CASE("lines that hold the same objects are one group, the most transferred first") {
    Schedule schedule(1);
    schedule.seen.summary.command.machine.line_bytes = 64;
    schedule.seen.summary.line_traffic = {9, 5};
    schedule.seen.lines = {{"grid", {3, 0}}, {"a, b", {1, 5}}, {"grid", {4, 0}}, {"", {1, 0}}};
    const auto lines = heddle::judge::lines_of(schedule.seen);
    CHECK(lines.fetched == 9);
    CHECK(lines.transferred == 5);
    REQUIRE(lines.groups.size() == 3);
    CHECK(lines.groups[0].objects == "a, b");
    CHECK(lines.groups[1].objects == "grid");
    CHECK(lines.groups[1].lines == 2);
    CHECK(lines.groups[1].fetched == 7);
}

namespace {

using heddle::model::OnCores;
using heddle::model::Outcome;

// 60 of work: on one core 60, then 30 on two, then 20 on three.
Profile on_three_machines() {
    Profile profile;
    profile.on_cores = {{1, Outcome::passed, nanoseconds(60), nanoseconds(60), 1, 3},
                        {2, Outcome::passed, nanoseconds(40), nanoseconds(60), 2, 3},
                        {0, Outcome::passed, nanoseconds(20), nanoseconds(60), 3, 3}};
    return profile;
}

}  // namespace

TEST_CASE("speedup is against one core, and idle what two cores didn't compute") {
    const Profile profile = on_three_machines();
    CHECK(speedup(profile, profile.on_cores[1]) == Approx(1.5));
    CHECK(idle_share(profile.on_cores[0]) == Approx(0.0));
    CHECK(idle_share(profile.on_cores[1]) == Approx(1 - 60.0 / 80));
    CHECK(idle_share(profile.on_cores[2]) == 0);
    CHECK(speedup(Profile{}, OnCores{}) == 0);
}

TEST_CASE("so many cores are enough as ever computed at once, if it stays the same program") {
    Profile profile = on_three_machines();
    CHECK(enough_cores(profile) == 3);
    profile.on_cores[1].threads_started = 2;
    CHECK(enough_cores(profile) == 0);
    profile = on_three_machines();
    profile.on_cores[0].outcome = Outcome::deadlock;
    CHECK(enough_cores(profile) == 0);
    CHECK(enough_cores(Profile{}) == 0);
}
