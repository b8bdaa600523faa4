#include "catch.hpp"
#include "judge/schedule.hpp"

using namespace heddle::judge;
using heddle::scheduler::Ending;

namespace {

std::string raced(const Schedule& usual) {
    return diagnosis({race_reported(4, 9)}, {}, usual.seen);
}

std::string failed(const Schedule& schedule) {
    return diagnosis({schedule.ended(Ending::failed_assertion, "total == 2", "0 == 2")});
}

Schedule two_threads() {
    return Schedule(3).create(0, 1, 2).create(0, 2, 2);
}

}  // namespace

TEST_CASE("a result that races with whoever started the thread is never-joined") {
    REQUIRE(raced(two_threads().read(0, x, 4).write(1, x, 9)) == "never-joined");
}

TEST_CASE("where threads are joined, but later, it is joined-some") {
    const auto usual = two_threads().read(0, x, 4).write(1, x, 9).end(1).join(0, 1, 5);
    REQUIRE(raced(usual) == "joined-some");
}

TEST_CASE("a join by the test, later on, makes it no joined-some") {
    const auto usual = two_threads().read(0, x, 4).write(1, x, 9).end(1).join(0, 1, 0);
    REQUIRE(raced(usual) == "never-joined");
}

TEST_CASE("where the test reads, its join counts") {
    const auto usual = two_threads().read(0, x, 0).write(1, x, 9).end(1).join(0, 1, 0);
    REQUIRE(diagnosis({race_reported(0, 9)}, {}, usual.seen) == "joined-some");
}

TEST_CASE("whoever looks at the memory again and again takes part in a race") {
    REQUIRE(raced(two_threads().read(0, x, 4).write(1, x, 9).read(0, x, 4)) == "race");
}

TEST_CASE("threads that race for the result among themselves make it a race") {
    const auto usual = two_threads().read(0, x, 4).write(1, x, 9).write(2, x, 9);
    REQUIRE(raced(usual) == "race");
}

TEST_CASE("whoever writes to the result as well takes part in a race") {
    REQUIRE(raced(two_threads().write(0, x, 4).write(1, x, 9)) == "race");
}

TEST_CASE("a race with a thread that somebody else started is a race") {
    REQUIRE(raced(Schedule(3).create(0, 1, 2).read(2, x, 4).write(1, x, 9)) == "race");
}

TEST_CASE("what only its writer ever sees is arg-copied") {
    const auto schedule = Schedule(2).create(0, 1, 2).write(1, x, 9).read(1, x, 9).end(1);
    REQUIRE(failed(schedule) == "arg-copied");
}

TEST_CASE("whoever puts out what it counts needs no other thread to read its counter") {
    const auto schedule = Schedule(2)
                              .create(0, 1, 2)
                              .write(1, x, 9)
                              .done(1, heddle::scheduler::Operation::output)
                              .end(1);
    REQUIRE(failed(schedule).empty());
}

TEST_CASE("what another thread reads afterwards was no copy") {
    REQUIRE(failed(Schedule(2).create(0, 1, 2).write(1, x, 9).end(1).join(0, 1, 3).read(0, x, 4))
                .empty());
}

TEST_CASE("memory that another thread writes anew was a copy") {
    const auto schedule =
        Schedule(2).create(0, 1, 2).write(1, x, 9).end(1).write(0, x, 4).read(0, x, 5);
    REQUIRE(failed(schedule) == "arg-copied");
}

TEST_CASE("a thread that hasn't ended may yet be read") {
    REQUIRE(failed(Schedule(2).create(0, 1, 2).write(1, x, 9)) == "never-joined");
}

TEST_CASE("what fails in a thread was not read too early by another") {
    Schedule schedule = Schedule(2).create(0, 1, 2).write(1, x, 9);
    schedule.seen.summary.ending_thread = 1;
    REQUIRE(failed(schedule).empty());
}
