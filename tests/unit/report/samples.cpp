#include "report/samples.hpp"

#include <string>

namespace samples {
namespace {

using namespace heddle::model;
using namespace std::chrono_literals;

TraceStep step(ThreadIndex thread, std::string operation, std::string object,
               std::optional<std::string> value = {}, std::optional<SourceLine> where = {}) {
    TraceStep made;
    made.thread = thread;
    made.operation = std::move(operation);
    made.object = std::move(object);
    made.value = std::move(value);
    made.where = std::move(where);
    return made;
}

TraceStep waiting(TraceStep made) {
    made.result = "waits";
    return made;
}

TraceStep at(std::chrono::nanoseconds time, TraceStep made) {
    made.at = time;
    return made;
}

SourceLine counter_line(int line) {
    return {"hit_counter.hpp", line};
}

CaseReport passed(std::string name, int points, ScheduleCounts schedules) {
    CaseReport made;
    made.name = std::move(name);
    made.points = made.max_points = points;
    made.schedules = schedules;
    return made;
}

CaseReport failed(std::string name, int max_points, Finding finding) {
    CaseReport made;
    made.name = std::move(name);
    made.max_points = max_points;
    made.outcome = finding.outcome;
    made.schedules.hunt = finding.schedule;
    made.finding = std::move(finding);
    return made;
}

ExerciseReport exercise(std::string slug, std::string title, int max_score) {
    ExerciseReport made;
    made.exercise = std::move(slug);
    made.folder = "exercises/" + made.exercise;
    made.title = std::move(title);
    made.max_score = max_score;
    made.toolchain = "g++ 12.2.0";
    made.seed = "5be0cd19137e2179";
    made.wall_time = 913ms;
    return made;
}

void settle(ExerciseReport& report) {
    for (const CaseReport& one : report.cases)
        report.score += one.points;
    if (const Finding* const main = main_finding(report)) report.outcome = main->outcome;
}

}  // namespace

ExerciseReport split_rmw() {
    Finding finding;
    finding.outcome = Outcome::wrong_result;
    finding.diagnosis = "split-rmw";
    finding.message = "total() is 1, expected 2";
    finding.question = "Each step is atomic; the pair is not. What may happen between them?";
    finding.where = counter_line(9);
    finding.schedule = 3;
    finding.strategy = "random walk";
    finding.choices = "1:2a,2:7f";
    finding.trace =
        Trace{{"main", "Thread-1", "Thread-2"},
              {step(0, "create", "Thread-1"), step(0, "create", "Thread-2"),
               step(0, "join", "Thread-1"), step(1, "load", "hits_", "0", counter_line(9)),
               step(2, "load", "hits_", "0", counter_line(9)),
               step(2, "store", "hits_", "1", counter_line(9)),
               step(1, "store", "hits_", "1", counter_line(9)), step(1, "end", "")},
              {},
              false};
    ExerciseReport report = exercise("10-lost-update", "Lost update", 10);
    report.cases = {passed("one thread, ten hits", 1, {400, 20, 20}),
                    failed("two threads, one hit each", 3, finding),
                    failed("four threads, a hundred hits each", 2, finding),
                    passed("a counter starts at nothing", 4, {300, 20, 20})};
    report.cases[0].visibility = Visibility::visible;
    settle(report);
    return report;
}

ExerciseReport data_race() {
    Finding finding;
    finding.outcome = Outcome::data_race;
    finding.diagnosis = "read-unlocked";
    finding.message =
        "Thread-2 writes hits_ while it holds mutex_; main reads hits_ and holds no lock. Nothing "
        "orders the two.";
    finding.question = "Who else may be writing at the moment total() reads?";
    finding.where = counter_line(17);
    finding.flavour = Flavour::tsan;
    finding.schedule = 2;
    const SourceLine guard{"hit_counter.cpp", 8};
    const SourceLine line{"hit_counter.cpp", 9};
    finding.trace =
        Trace{{"main", "Thread-1", "Thread-2"},
              {step(0, "create", "Thread-1"), step(0, "create", "Thread-2"),
               step(1, "lock", "mutex_", {}, guard), step(1, "write", "hits_", "1", line),
               step(1, "unlock", "mutex_", {}, guard), step(2, "lock", "mutex_", {}, guard),
               step(0, "read", "hits_", "1", counter_line(17)),
               step(2, "write", "hits_", "2", line), step(2, "unlock", "mutex_", {}, guard)},
              {},
              false};
    ExerciseReport report = exercise("10-lost-update", "Lost update", 10);
    report.cases = {passed("one thread, ten hits", 1, {400, 20, 20}),
                    failed("the total may be asked for while others hit", 3, finding)};
    report.observations = {
        {"weak-order", "Orders weaker than seq_cst in hit_counter.cpp:9 were not checked."}};
    settle(report);
    return report;
}

ExerciseReport deadlock() {
    Finding finding;
    finding.outcome = Outcome::deadlock;
    finding.diagnosis = "lock-order";
    finding.message =
        "Thread-1 holds a.mutex and wants b.mutex; Thread-2 holds b.mutex and wants a.mutex";
    finding.question = "Which order would suit every transfer, whoever pays whom?";
    const SourceLine first{"account.cpp", 14};
    const SourceLine second{"account.cpp", 15};
    finding.where = second;
    finding.schedule = 1;
    finding.trace = Trace{
        {"main", "Thread-1", "Thread-2"},
        {step(0, "create", "Thread-1"), step(0, "create", "Thread-2"),
         waiting(step(0, "join", "Thread-1")), step(1, "lock", "a.mutex", {}, first),
         step(2, "lock", "b.mutex", {}, first), waiting(step(1, "lock", "b.mutex", {}, second)),
         waiting(step(2, "lock", "a.mutex", {}, second))},
        {Wait{0, "join", "Thread-1", 1, false, SourceLine{"account.cpp", 31}},
         Wait{1, "lock", "b.mutex", 2, true, second}, Wait{2, "lock", "a.mutex", 1, true, second}},
        false};
    ExerciseReport report = exercise("13-lock-order", "Lock order", 10);
    report.cases = {passed("money moves from one account to another", 1, {200, 20, 20}),
                    failed("two transfers, opposite ways", 3, finding)};
    settle(report);
    return report;
}

ExerciseReport relock() {
    Finding finding;
    finding.outcome = Outcome::deadlock;
    finding.diagnosis = "relock";
    finding.message = "Thread-1 locks mutex_, which it holds already";
    finding.question = "Which function has the lock when total() is called?";
    const SourceLine outer{"hit_counter.cpp", 8};
    finding.where = counter_line(12);
    finding.schedule = 1;
    finding.trace = Trace{{"main", "Thread-1"},
                          {step(1, "lock", "mutex_", {}, outer),
                           waiting(step(1, "lock", "mutex_", {}, counter_line(12))),
                           waiting(step(0, "join", "Thread-1"))},
                          {Wait{1, "lock", "mutex_", 1, true, counter_line(12)},
                           Wait{0, "join", "Thread-1", 1, false, {}}},
                          false};
    ExerciseReport report = exercise("10-lost-update", "Lost update", 10);
    report.cases = {failed("one thread, ten hits", 1, finding)};
    settle(report);
    return report;
}

ExerciseReport run_not_start() {
    Finding finding;
    finding.outcome = Outcome::wrong_result;
    finding.diagnosis = "run-not-start";
    finding.message = "run() was executed by main itself; no thread was started";
    finding.question = "Which member function makes a new thread that calls run()?";
    const SourceLine put{"countdown.cpp", 7};
    finding.where = SourceLine{"countdown.cpp", 18};
    finding.schedule = 1;
    finding.trace =
        Trace{{"main"},
              {at(0s, step(0, "put", "", "3", put)), at(5s, step(0, "put", "", "2", put)),
               at(10s, step(0, "put", "", "1", put)), at(15s, step(0, "put", "", "2", put)),
               at(20s, step(0, "put", "", "1", put))},
              {},
              false};
    ExerciseReport report = exercise("00-first-thread", "First thread", 0);
    report.cases = {failed("two countdowns run at the same time", 0, finding)};
    settle(report);
    return report;
}

ExerciseReport first_success() {
    const SourceLine put{"countdown.cpp", 7};
    ExerciseReport report = exercise("00-first-thread", "First thread", 0);
    report.cases = {passed("two countdowns run at the same time", 0, {1000, 60, 60})};
    report.cases[0].passing_trace =
        Trace{{"main", "Thread-1", "Thread-2"},
              {at(0s, step(1, "put", "", "3", put)), at(0s, step(2, "put", "", "2", put)),
               at(5s, step(1, "put", "", "2", put)), at(5s, step(2, "put", "", "1", put)),
               at(10s, step(1, "put", "", "1", put))},
              {},
              false};
    settle(report);
    return report;
}

ExerciseReport success() {
    ExerciseReport report = exercise("10-lost-update", "Lost update", 10);
    report.cases = {passed("one thread, ten hits", 1, {400, 20, 20}),
                    passed("two threads, one hit each", 3, {300, 20, 20}),
                    passed("four threads, a hundred hits each", 2, {200, 10, 10}),
                    passed("a counter starts at nothing", 2, {100, 10, 10}),
                    passed("two counters, three threads", 2, {214, 0, 0})};
    report.cached = true;
    settle(report);
    return report;
}

// Few schedules: all of them, but for one case where there is a bound.
ExerciseReport verified() {
    ExerciseReport report = exercise("10-lost-update", "Lost update", 10);
    report.cases = {passed("two threads, one hit each", 4, {386, 20, 20}),
                    passed("two counters, two threads", 6, {1214, 20, 20})};
    report.cases[0].verification = Verification{86, std::nullopt, Fairness::unneeded};
    report.cases[1].verification = Verification{914, 2, Fairness::unneeded};
    settle(report);
    return report;
}

// One of three has too many.
ExerciseReport partly_verified() {
    ExerciseReport report = verified();
    report.cases.push_back(passed("four threads, a hundred hits each", 0, {200, 10, 10}));
    report.cases[0].verification->fairness = Fairness::assumed;
    report.cases[1].verification = Verification{86, std::nullopt, Fairness::assumed};
    return report;
}

ExerciseReport unfinished() {
    Finding finding;
    finding.outcome = Outcome::unfinished;
    finding.diagnosis = "unfinished";
    finding.message = "Still to be written: count one hit";
    finding.question = "What does a hit change, and who else may be changing it?";
    finding.where = SourceLine{"hit_counter.cpp", 6};
    ExerciseReport report = exercise("10-lost-update", "Lost update", 10);
    report.cases = {failed("one thread, ten hits", 1, finding),
                    failed("two threads, one hit each", 3, finding)};
    settle(report);
    return report;
}

ExerciseReport build_error() {
    Finding finding;
    finding.outcome = Outcome::build_error;
    finding.diagnosis = "build-error";
    finding.message =
        "std::thread arguments must be invocable after conversion to rvalues\n"
        "   12 |     std::thread worker(count, hits);\n"
        "      |                 ^~~~~~\n"
        "A reference reaches a thread only wrapped in std::ref; the thread would get a copy.";
    finding.question = "Does what std::ref points to live at least as long as the thread?";
    finding.where = SourceLine{"hit_counter.cpp", 12};
    ExerciseReport report = exercise("10-lost-update", "Lost update", 10);
    report.build = finding;
    settle(report);
    return report;
}

ExerciseReport not_graded() {
    ExerciseReport report = exercise("10-lost-update", "Lost update", 10);
    report.graded = false;
    report.reason =
        "AddressSanitizer can't start here: it needs more address space than `ulimit -v` allows";
    report.hint = "Run `ulimit -v unlimited` in this shell, then try again.";
    return report;
}

ExerciseReport crash() {
    Finding finding;
    finding.outcome = Outcome::memory_error;
    finding.diagnosis = "use-after-free";
    finding.message = "Thread-1 reads a long that was freed when count_hits returned";
    finding.question = "What keeps the counter alive until the last thread has ended?";
    finding.where = SourceLine{"hit_counter.cpp", 21};
    finding.flavour = Flavour::asan;
    finding.schedule = 4;
    ExerciseReport report = exercise("10-lost-update", "Lost update", 10);
    report.jail = "bwrap";
    report.cases = {
        failed("a hundred threads that each hit exactly once, and \"one\" more", 3, finding)};
    settle(report);
    return report;
}

ExerciseReport long_trace() {
    ExerciseReport report = split_rmw();
    Finding& finding = *report.cases[1].finding;
    for (int i = 0; i < 40; ++i) {
        const ThreadIndex thread = 1 + static_cast<ThreadIndex>(i) % 2;
        finding.trace->steps.push_back(
            step(thread, "load", "hits_", std::to_string(i), counter_line(9)));
        finding.trace->steps.push_back(step(thread, "lock", "log_mutex", {}, counter_line(11)));
    }
    finding.trace->steps.back().repeats = 12;
    finding.trace->truncated = true;
    return report;
}

ExerciseReport many_threads() {
    ExerciseReport report = split_rmw();
    Trace& trace = *report.cases[1].finding->trace;
    trace.threads = {"main"};
    trace.steps.clear();
    for (ThreadIndex thread = 1; thread <= 8; ++thread) {
        trace.threads.push_back("Thread-" + std::to_string(thread));
        trace.steps.push_back(step(thread, "load", "hits_", "0", counter_line(9)));
    }
    trace.steps.push_back(step(3, "store", "hits_", "1", counter_line(9)));
    trace.steps.push_back(step(7, "store", "hits_", "1", counter_line(9)));
    return report;
}

std::vector<Sample> all() {
    return {
        {"split-rmw", split_rmw()},
        {"data-race", data_race()},
        {"deadlock", deadlock()},
        {"relock", relock()},
        {"run-not-start", run_not_start()},
        {"first-success", first_success()},
        {"success", success()},
        {"unfinished", unfinished()},
        {"build-error", build_error()},
        {"not-graded", not_graded()},
        {"crash", crash()},
        {"long-trace", long_trace()},
        {"many-threads", many_threads()},
        {"verified", verified()},
        {"partly-verified", partly_verified()},
    };
}

}  // namespace samples
