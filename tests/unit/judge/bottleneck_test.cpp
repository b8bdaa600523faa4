#include "catch.hpp"
#include "judge/schedule.hpp"

using namespace heddle::judge;
using heddle::scheduler::Ending;
using heddle::scheduler::Operation;

namespace {

// The tests say "lock-over-io" of this schedule.
heddle::model::Finding found_in(Schedule schedule) {
    schedule.seen.evidence.push_back({"lock-over-io", "a lock was held in 2 of 2 waits", 0, {}});
    return judge({"a case", {schedule.ended(Ending::failed_assertion)}, {}}, {});
}

}  // namespace

TEST_CASE("a lock that is held across io is named, with its thread and line") {
    const auto finding = found_in(Schedule(2).lock(1, m, 5).waits(1, Operation::io));
    CHECK(finding.diagnosis == "lock-over-io");
    CHECK(finding.message ==
          "thread 1 waits for its device holding m (code.cpp:1): a lock was held in 2 of 2 waits");
    CHECK(finding.outcome == heddle::model::Outcome::too_slow);
}

TEST_CASE("where the schedule doesn't show the lock, the tests' own words stand") {
    const auto finding = found_in(Schedule(2).waits(1, Operation::io));
    CHECK(finding.diagnosis == "lock-over-io");
    CHECK(finding.message == "a lock was held in 2 of 2 waits");
}
