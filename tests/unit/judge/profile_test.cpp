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
