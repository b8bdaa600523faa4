#include "judge/race.hpp"

#include "catch.hpp"
#include "judge/schedule.hpp"

using namespace heddle::judge;

namespace {

bool has_race(const Schedule& schedule) {
    return !races_in(schedule.seen).empty();
}

}  // namespace

TEST_CASE("two writes by threads that know nothing of each other race") {
    REQUIRE(has_race(Schedule(3).write(1, x, 4).write(2, x, 4)));
}

TEST_CASE("two reads don't race") {
    REQUIRE_FALSE(has_race(Schedule(3).read(1, x, 4).read(2, x, 4)));
}

TEST_CASE("one lock orders what is done under it") {
    REQUIRE_FALSE(has_race(Schedule(3)
                               .lock(1, m, 3)
                               .write(1, x, 4)
                               .unlock(1, m, 5)
                               .lock(2, m, 3)
                               .write(2, x, 4)
                               .unlock(2, m, 5)));
}

TEST_CASE("two locks order nothing") {
    REQUIRE(has_race(Schedule(3)
                         .lock(1, m, 3)
                         .write(1, x, 4)
                         .unlock(1, m, 5)
                         .lock(2, n, 3)
                         .write(2, x, 4)
                         .unlock(2, n, 5)));
}

TEST_CASE("creation and join order a thread with its parent") {
    REQUIRE_FALSE(has_race(
        Schedule(2).write(0, x, 1).create(0, 1, 2).write(1, x, 7).end(1).join(0, 1, 3).read(0, x,
                                                                                            4)));
}

TEST_CASE("what the parent does before the join races") {
    REQUIRE(has_race(Schedule(2).create(0, 1, 2).write(1, x, 7).read(0, x, 3).join(0, 1, 4)));
}

TEST_CASE("a store that a load sees orders what was written before it") {
    REQUIRE_FALSE(has_race(Schedule(3).write(1, x, 4).store(1, y, 5).load(2, y, 6).read(2, x, 7)));
}

TEST_CASE("atomic accesses don't race with each other, but with plain ones") {
    REQUIRE_FALSE(has_race(Schedule(3).add(1, x, 4).add(2, x, 4)));
    REQUIRE(has_race(Schedule(3).add(1, x, 4).read(2, x, 5)));
}

TEST_CASE("the reported pair comes first, and races on other data are left out") {
    const auto schedule =
        Schedule(3).write(1, y, 2).write(1, x, 3).write(2, y, 2).read(2, x, 4).write(2, x, 5);
    const auto races = races_reported(races_in(schedule.seen), race_reported(3, 5).observation);
    REQUIRE(races.size() == 2);
    REQUIRE(races[0].second->place->line.line == 5);
    REQUIRE(races[1].second->place->line.line == 4);
}
