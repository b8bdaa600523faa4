#include "report/words.hpp"

#include "catch.hpp"

using namespace heddle;
using namespace heddle::report;
using namespace std::chrono_literals;

TEST_CASE("an exercise is called by its number and its words") {
    CHECK(number_of("10-lost-update") == "10");
    CHECK(headline("10-lost-update") == "10 lost-update");
    CHECK(headline("odd") == "odd");
}

TEST_CASE("numbers are grouped and nouns agree") {
    CHECK(count(1, "schedule") == "1 schedule");
    CHECK(count(0, "schedule") == "0 schedules");
    CHECK(count(999, "case") == "999 cases");
    CHECK(count(1120, "case") == "1,120 cases");
    CHECK(count(1234567, "case") == "1,234,567 cases");
}

TEST_CASE("what was verified is said with its limits") {
    model::Verification verification{1214, std::nullopt, model::Fairness::unneeded};
    CHECK(all_of(verification) == "all 1,214 schedules");
    verification.preemption_bound = 2;
    CHECK(all_of(verification) == "all 1,214 schedules with at most 2 preemptions");
    verification.fairness = model::Fairness::assumed;
    CHECK(all_of(verification) == "all 1,214 fair schedules with at most 2 preemptions");
}

TEST_CASE("only what was verified is called so") {
    model::CaseReport one;
    one.schedules = {300, 20, 10};
    CHECK(passed(one) == "No failure in 330 schedules (not a proof).");
    one.verification = model::Verification{1, std::nullopt, model::Fairness::unneeded};
    CHECK(passed(one) == "Verified: the only schedule.");
}

TEST_CASE("virtual time reads as a student wrote it") {
    CHECK(duration(5s) == "5 s");
    CHECK(duration(1500ms) == "1.5 s");
    CHECK(duration(250ms) == "250 ms");
    CHECK(moment(300ns) == "0 s");
}

TEST_CASE("a step says what was read, written and what came of it") {
    model::TraceStep step;
    step.operation = "load";
    step.object = "hits_";
    step.value = "0";
    CHECK(step_text(step, 5) == "load  hits_ → 0");
    step.operation = "store";
    CHECK(step_text(step, 5) == "store hits_ ← 0");
    step.operation = "lock";
    step.value.reset();
    step.result = "waits";
    CHECK(step_text(step) == "lock hits_, waits");
    step.operation = "yield";
    step.object.clear();
    step.result.reset();
    step.repeats = 12;
    CHECK(step_text(step, 9) == "yield ×12");
    step.operation = "put";
    step.value = "10";
    step.repeats = 1;
    CHECK(step_text(step, 3) == "put 10");
}

TEST_CASE("a wait names the object and its holder") {
    const model::Trace trace{{"main", "Thread-1"}, {}, {}, false};
    CHECK(wait_text(trace, {0, "lock", "m", 1, false, {}}) == "waits for m, held by Thread-1");
    CHECK(wait_text(trace, {1, "lock", "m", 1, true, {}}) == "waits for m, which it holds itself");
    CHECK(wait_text(trace, {0, "join", "Thread-1", 1, false, {}}) == "waits for Thread-1 to end");
    CHECK(wait_text(trace, {1, "join", "Thread-1", 1, true, {}}) == "waits for itself to end");
    CHECK(wait_text(trace, {1, "wait", "ready_", {}, false, {}}) ==
          "waits to be notified on ready_");
}

TEST_CASE("a command can be pasted into a shell, whatever the case is called") {
    CHECK(replay_command("10-lost-update", "stop!", "") == "./heddle replay 10 \"stop\"'!'\"\"");
    CHECK(replay_command("10-lost-update", "two threads", "") ==
          "./heddle replay 10 \"two threads\"");
    CHECK(replay_command("10-lost-update", "", "--submission a/b") ==
          "./heddle replay 10 --submission a/b");
    CHECK(check_command("10-lost-update", "--seed 7") == "./heddle check 10 --seed 7");
}
