#include "explore/small_case.hpp"

#include "catch.hpp"

using namespace heddle;
using explore::Budget;
using explore::Clock;
using explore::SearchResult;

namespace {

constexpr Budget share = {400, 200'000};
constexpr Budget all = {2'000, 1'000'000};

SearchResult search_of(const char* litmus_program, Clock clock) {
    auto program = explore::Program::start(HEDDLE_LITMUS, litmus_program, 0);
    REQUIRE(program);
    auto found = explore::search_small(*program, clock, 1, share, all);
    REQUIRE(found);
    return std::move(*found);
}

explore::Failure failure_in(int schedule) {
    explore::Failure failure;
    failure.schedule = schedule;
    return failure;
}

SearchResult verified_in(int schedules) {
    SearchResult result;
    result.schedules = schedules;
    result.verification = model::Verification{schedules, std::nullopt, model::Fairness::unneeded};
    return result;
}

}  // namespace

TEST_CASE("a case of few schedules is verified, and no other schedule is run") {
    const SearchResult found = search_of("mutex that checks errors", Clock::ignored);
    CHECK_FALSE(found.failure);
    REQUIRE(found.verification);
    const int opening = static_cast<int>(explore::opening_schedules());
    CHECK(found.schedules == opening + found.verification->schedules);
}

TEST_CASE("what fails when a sleep ends early is found, though all other schedules pass") {
    const SearchResult found = search_of("sleep instead of a join", Clock::ignored);
    REQUIRE(found.failure);
    CHECK_FALSE(found.verification);
}

TEST_CASE("where time is judged no sleep ends early, and all schedules are all there is") {
    const SearchResult found = search_of("sleep instead of a join", Clock::judged);
    CHECK_FALSE(found.failure);
    CHECK(found.verification);
    CHECK(found.schedules < share.schedules);
}

TEST_CASE("a race takes a verification back") {
    const SearchResult found = search_of("plain counter", Clock::ignored);
    CHECK((found.race || found.failure));
    CHECK_FALSE(found.verification);
}

TEST_CASE("schedules of a second search are numbered after those of the first") {
    SearchResult first;
    first.schedules = 6;
    SearchResult second;
    second.schedules = 3;
    second.failure = failure_in(3);
    second.race = failure_in(2);
    const SearchResult both = explore::joined(first, second);
    CHECK(both.schedules == 9);
    CHECK(both.failure->schedule == 9);
    CHECK(both.race->schedule == 8);
}

TEST_CASE("a verification stays until something speaks against it") {
    SearchResult more;
    more.schedules = 20;
    CHECK(explore::joined(verified_in(5), more).verification);
    CHECK(explore::joined(more, verified_in(5)).verification);
    more.race = failure_in(20);
    CHECK_FALSE(explore::joined(verified_in(5), more).verification);
    CHECK_FALSE(explore::joined(more, verified_in(5)).verification);
}
