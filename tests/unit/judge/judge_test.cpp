#include "judge/judge.hpp"

#include <signal.h>

#include <algorithm>
#include <cstring>
#include <set>

#include "catch.hpp"
#include "judge/rules.hpp"
#include "judge/schedule.hpp"

using namespace heddle::judge;
using heddle::model::Flavour;
using heddle::model::Outcome;
using heddle::scheduler::Ending;

namespace {

Failed named(const std::string& id) {
    Failed failed = Schedule(2).ended(Ending::failed_assertion, "", "what the test saw");
    failed.observation.evidence.push_back({id, "what the test saw", 0, line(7)});
    return failed;
}

Failed memory_error(const std::string& kind) {
    Schedule schedule(2, Flavour::asan);
    std::copy(kind.begin(), kind.end(), schedule.seen.summary.report.kind.begin());
    return schedule.ended(Ending::memory_error);
}

}  // namespace

TEST_CASE("what trusted code names keeps its name, its words and its place") {
    const auto finding = judge({"a case", {named("run-not-start")}, {}}, {});
    REQUIRE(finding.diagnosis == "run-not-start");
    REQUIRE(finding.message == "what the test saw");
    REQUIRE(finding.where->line == 7);
    REQUIRE(finding.outcome == Outcome::wrong_result);
}

TEST_CASE("a name that the table doesn't know yet is kept") {
    REQUIRE(diagnosis({named("something-new")}) == "something-new");
}

TEST_CASE("AddressSanitizer's classes have names of their own") {
    REQUIRE(diagnosis({memory_error("stack-use-after-return")}) == "dangling-ref");
    REQUIRE(diagnosis({memory_error("heap-use-after-free")}) == "use-after-free");
    REQUIRE(diagnosis({memory_error("heap-buffer-overflow")}) == "overflow");
}

TEST_CASE("a wrong outcome that nothing explains has the test's words and no name") {
    const Failed failed = Schedule(2).ended(Ending::failed_assertion, "total == 2", "1 == 2");
    const auto finding = judge({"a case", {failed}, {}}, {});
    REQUIRE(finding.diagnosis.empty());
    REQUIRE(finding.message == "total is 1, expected 2");
}

TEST_CASE("a thread destroyed while joinable is never-joined, an exception is not") {
    REQUIRE(diagnosis({Schedule(2).create(0, 1, 2).ended(Ending::terminated)}) == "never-joined");
    const auto joined = Schedule(2).create(0, 1, 2).end(1).join(0, 1, 3);
    REQUIRE(diagnosis({joined.ended(Ending::terminated)}) == "abrupt-exit");
    REQUIRE(diagnosis({Schedule(2).ended(Ending::terminated, "", "an exception nobody caught")}) ==
            "exc-terminate");
}

TEST_CASE("exit is told from its relatives, which wait for nobody") {
    const auto ended_by = [](const char* what) {
        return diagnosis({Schedule(2).ended(Ending::exited, "", what)});
    };
    REQUIRE(ended_by("exit(0) was called") == "exited");
    REQUIRE(ended_by("_exit(0) was called") == "abrupt-exit");
    REQUIRE(ended_by("_Exit(0) was called") == "abrupt-exit");
    REQUIRE(ended_by("quick_exit(1) was called") == "abrupt-exit");
}

TEST_CASE("the picture is hunt's where hunt failed too") {
    const Failed hunt = Schedule(3).write(1, x, 4).write(2, x, 4).ended(Ending::failed_assertion,
                                                                        "total == 2", "1 == 2");
    const auto finding = judge({"a case", {hunt, race_reported(4, 4)}, {}}, {});
    REQUIRE(finding.outcome == Outcome::data_race);
    REQUIRE(finding.flavour == Flavour::hunt);
    REQUIRE(finding.trace->steps.size() == 2);
}

TEST_CASE("every ending of the student's is explained by some rule") {
    for (const Ending ending :
         {Ending::none, Ending::failed_assertion, Ending::unfinished, Ending::deadlock,
          Ending::livelock, Ending::thread_leak, Ending::step_limit, Ending::cpu_limit,
          Ending::exited, Ending::crashed, Ending::terminated, Ending::data_race,
          Ending::memory_error, Ending::undefined_behaviour, Ending::memory_limit}) {
        const auto finding = judge({"a case", {Schedule(2).ended(ending)}, {}}, {});
        REQUIRE(finding.outcome != Outcome::passed);
        REQUIRE_FALSE(finding.message.empty());
    }
}

TEST_CASE("each rule asks one question, and never says wrong, obviously or simply") {
    for (const Rule& rule : rules()) {
        CAPTURE(rule.id, rule.question);
        REQUIRE(std::count(rule.question.begin(), rule.question.end(), '?') == 1);
        REQUIRE_FALSE(rule.evidence.empty());
        for (const auto* word : {"wrong", "obviously", "simply"}) {
            REQUIRE(rule.question.find(word) == std::string_view::npos);
        }
    }
}

TEST_CASE("where none of the student's code ran there is no picture") {
    const auto failed =
        Schedule(1).sleep(0, 10, 0).ended(Ending::failed_assertion, "a == b", "1 == 2");
    REQUIRE(!judge({"a case", {failed}, {}}, {}).trace);
}

TEST_CASE("what is slow is shown without plain accesses") {
    Schedule schedule(2);
    schedule.create(0, 1, 2).write(0, x, 3).read(1, x, 4);
    schedule.seen.evidence.push_back({"no-overlap", "never more than 1", 0, {}});
    const auto finding = judge({"a case", {schedule.ended(Ending::failed_assertion)}, {}}, {});
    REQUIRE(finding.trace);
    REQUIRE(finding.trace->steps.size() == 1);
}

TEST_CASE("only a fault is asked about a pointer") {
    const auto question_for = [](int signal, const char* kind, Ending ending = Ending::crashed) {
        Failed failed = Schedule(1).ended(ending, "", "some words");
        auto& report = failed.observation.summary.report;
        report.signal = signal;
        std::strcpy(report.kind.data(), kind);
        return std::string(judge({"a case", {failed}, {}}, {}).question);
    };
    using namespace heddle::scheduler;
    CHECK(question_for(SIGSEGV, "").find("Which pointer") == 0);
    CHECK(question_for(SIGSEGV, stack_overflow).find("How deep") == 0);
    CHECK(question_for(SIGFPE, "").find("By what is divided") == 0);
    CHECK(question_for(SIGABRT, "").find("What had become false") == 0);
    CHECK(question_for(SIGABRT, found_by_c_library).find("Which earlier write") == 0);
    CHECK(question_for(SIGTERM, "").find("Who sends this signal") == 0);
    CHECK(question_for(0, stack_overflow, Ending::memory_error).find("How deep") == 0);
    CHECK(question_for(0, "", Ending::memory_limit).find("How much is alive") == 0);
}
