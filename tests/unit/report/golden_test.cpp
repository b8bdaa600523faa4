// Every page as a person sees it. The files in tests/golden are meant to be read.
#include "report/golden.hpp"
#include "report/exploration.hpp"

#include <array>

#include "catch.hpp"
#include "report/annotations.hpp"
#include "report/checkup.hpp"
#include "report/diff.hpp"
#include "report/json.hpp"
#include "report/junit.hpp"
#include "report/listing.hpp"
#include "report/markdown.hpp"
#include "report/profile.hpp"
#include "report/proof.hpp"
#include "report/release.hpp"
#include "report/replay.hpp"
#include "report/samples.hpp"
#include "report/summary.hpp"
#include "report/svg.hpp"
#include "report/terminal.hpp"

using namespace heddle;
using report::Charset;
using report::Colour;
using report::Look;
using report::Page;

namespace {

constexpr Look plain{Colour::off, Charset::utf8};

std::string exercise_page(const model::ExerciseReport& exercise, Look look = plain) {
    Page page(look);
    report::write_exercise(page, exercise);
    return page.text();
}

std::vector<session::ListRow> course() {
    session::ListRow first{"00-first-thread",
                           "First thread",
                           "The slide's countdown: run() and start()",
                           0,
                           5,
                           session::Progress::full,
                           {},
                           0,
                           "exercises/00-first-thread/README.md",
                           {"exercises/00-first-thread/countdown.cpp"}};
    session::ListRow second{"04-subclass",
                            "Subclass",
                            "Derive from Thread, as the lecture does",
                            1,
                            20,
                            session::Progress::begun,
                            6,
                            10,
                            "exercises/04-subclass/README.md",
                            {"exercises/04-subclass/countdown_thread.hpp",
                             "exercises/04-subclass/countdown_thread.cpp"}};
    session::ListRow third{"10-lost-update",
                           "Lost update",
                           "A counter that two threads may hit",
                           2,
                           20,
                           session::Progress::untouched,
                           {},
                           10,
                           "exercises/10-lost-update/README.md",
                           {"exercises/10-lost-update/hit_counter.hpp"}};
    return {first, second, third};
}

session::CourseProof proof() {
    session::CourseProof proof;
    session::ExerciseProof good;
    good.exercise = "10-lost-update";
    good.skeleton = {model::Outcome::unfinished, model::Outcome::unfinished, true, true};
    good.right = {5, 5};
    good.wrong = {12, 12, 12, {{"hunt", 10}, {"tsan", 2}}, {1, 4, 30}};
    good.replays = {240, 240};
    session::ExerciseProof bad = good;
    bad.exercise = "04-subclass";
    bad.wrong.right_diagnosis = 11;
    bad.failures = {"wrong/start-twice/in_a_loop: expected start-twice, got crash"};
    proof.exercises = {bad, good};
    proof.failures = {"tests/wrong/05-target belongs to no exercise"};
    return proof;
}

// A class's exercises, each with another kind of verdict.
std::vector<model::ExerciseReport> batch() {
    std::vector<model::ExerciseReport> reports = {
        samples::first_success(), samples::unfinished(), samples::build_error(),
        samples::not_graded(),    samples::split_rmw(),  samples::crash(),
        samples::deadlock(),      samples::verified(),   samples::partly_verified()};
    const std::array<const char*, 9> names = {"00-first-thread", "04-subclass",    "05-target",
                                              "09-race-hunt",    "10-lost-update", "12-raii",
                                              "13-lock-order",   "16-monitor",     "17-semaphore"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        reports[i].exercise = names[i];
        reports[i].folder = std::string("exercises/") + names[i];
    }
    return reports;
}

template <class Write>
std::string page_of(Write write) {
    Page page(plain);
    write(page);
    return page.text();
}

}  // namespace

TEST_CASE("each kind of verdict has its screen") {
    for (const samples::Sample& sample : samples::all()) {
        check_golden("terminal/" + sample.name + ".txt", exercise_page(sample.report));
    }
}

TEST_CASE("without UTF-8 a screen is plain ASCII") {
    check_golden("terminal/deadlock.ascii.txt",
                 exercise_page(samples::deadlock(), {Colour::off, Charset::ascii}));
}

TEST_CASE("on a terminal a screen has colours") {
    check_golden("terminal/split-rmw.colour.txt",
                 exercise_page(samples::split_rmw(), {Colour::on, Charset::utf8}));
}

TEST_CASE("several exercises are a line each and one screen") {
    const std::vector<model::ExerciseReport> reports = {
        samples::first_success(), samples::unfinished(), samples::split_rmw(),
        samples::deadlock(),      samples::verified(),   samples::partly_verified()};
    check_golden("terminal/summary.txt", page_of([&](Page& page) {
                     for (const auto& one : reports)
                         report::write_summary_line(page, one);
                     report::write_summary(page, reports);
                 }));
}

TEST_CASE("what was not graded is never counted as points lost") {
    const std::vector<model::ExerciseReport> reports = {samples::success(), samples::not_graded()};
    check_golden("terminal/summary-not-graded.txt", page_of([&](Page& page) {
                     for (const auto& one : reports)
                         report::write_summary_line(page, one);
                     report::write_summary(page, reports);
                 }));
}

TEST_CASE("the list shows how far a person is and what comes next") {
    check_golden("terminal/list.txt",
                 page_of([](Page& page) { report::write_list(page, course()); }));
}

TEST_CASE("at minute 0 the page says which files to open and what to type") {
    std::vector<session::ListRow> rows = course();
    for (session::ListRow& row : rows)
        row.progress = session::Progress::untouched;
    rows[1].score.reset();
    check_golden("terminal/welcome.txt",
                 page_of([&](Page& page) { report::write_welcome(page, rows); }));
}

TEST_CASE("a replay shows every step beside the code that took it") {
    session::Replay replay;
    replay.exercise = "10-lost-update";
    replay.result = samples::split_rmw().cases[1];
    std::vector<std::string> lines(9);
    lines[8] = "    void hit() { hits_.store(hits_.load() + 1); }";
    replay.sources["hit_counter.hpp"] = lines;
    check_golden("terminal/replay.txt",
                 page_of([&](Page& page) { report::write_replay(page, replay); }));
}

TEST_CASE("a replay of a deadlock ends with who waits for whom") {
    session::Replay replay;
    replay.exercise = "13-lock-order";
    replay.result = samples::deadlock().cases[1];
    check_golden("terminal/replay-deadlock.txt",
                 page_of([&](Page& page) { report::write_replay(page, replay); }));
}

TEST_CASE("a profile says where the time of all threads went, and of each") {
    using std::chrono::milliseconds;
    session::ProfiledCase profiled{"18-overlap",
                                   "six pages, three at a time, take as long as two",
                                   model::Outcome::passed,
                                   {}};
    profiled.profile.makespan = milliseconds(600);
    profiled.profile.threads = {
        {"main", {.thread_wait = milliseconds(600)}},
        {"thread 1", {.io_wait = milliseconds(300), .lock_wait = milliseconds(300)}},
        {"Thread-2 (a name too long for it)",
         {.compute = milliseconds(1'500), .sleep = milliseconds(20), .polling = milliseconds(1)}}};
    profiled.profile.threads_started = 2;
    profiled.profile.threads_at_once = 2;
    profiled.profile.io = {6, 6, 1};
    profiled.profile.compute = {3, 0, 2};
    profiled.profile.locks = {{"pages_mutex", 6, milliseconds(300)}, {"mutex #2", 12, {}}};
    check_golden("terminal/profile.txt",
                 page_of([&](Page& page) { report::write_profile(page, profiled); }));

    // Three threads of 500 ms on other machines.
    const auto row = [](int cores, int makespan, int at_once) {
        return model::OnCores{
            cores, model::Outcome::passed, milliseconds(makespan), milliseconds(1500), at_once, 3};
    };
    profiled.profile.on_cores = {row(1, 1500, 1), row(2, 1000, 2), row(4, 500, 3),
                                 row(8, 500, 3),  row(64, 500, 3), row(0, 500, 3)};
    profiled.profile.lines = {64,
                              64,
                              1,
                              123'456,
                              40,
                              {{"counts[0], counts[1], counts[2], …", 1, 2, 40},
                               {"grid.rows[row][column]", 1'024, 123'000, 0},
                               {"", 98, 454, 0}}};
    profiled.profile.threads[2].time.core_wait = milliseconds(40);
    check_golden("terminal/profile-machine.txt",
                 page_of([&](Page& page) { report::write_profile(page, profiled); }));
    check_golden("json/profile.json", report::to_json(profiled));
    profiled.profile.on_cores[1].outcome = model::Outcome::wrong_result;
    check_golden("terminal/profile-cut-short.txt",
                 page_of([&](Page& page) { report::write_profile(page, profiled); }));
}

TEST_CASE("a profile of one thread needs no table; what ended early says so") {
    session::ProfiledCase profiled{"18-overlap", "no url", model::Outcome::deadlock, {}};
    profiled.profile.threads = {{"main", {}}};
    check_golden("terminal/profile-deadlock.txt",
                 page_of([&](Page& page) { report::write_profile(page, profiled); }));
}

TEST_CASE("the proof of the course is a table and what failed") {
    check_golden("terminal/verify.txt",
                 page_of([](Page& page) { report::write_proof(page, proof()); }));
}

TEST_CASE("the doctor names each thing with its fix") {
    const std::vector<session::Checkup> checkups = {
        {"compiler", session::Health::works, "g++ 12.2.0", ""},
        {"ThreadSanitizer", session::Health::works,
         "a known race is reported, a clean program is not", ""},
        {"address randomisation", session::Health::limited,
         "can't be switched off in this container",
         "docker run --security-opt seccomp=unconfined …"},
        {"AddressSanitizer", session::Health::missing, "can't start", "ulimit -v unlimited"},
    };
    check_golden("terminal/doctor.txt",
                 page_of([&](Page& page) { report::write_checkups(page, checkups); }));
}

TEST_CASE("a release says what is in the edition and what to do with it") {
    const session::ReleasedBranch main{"main", "d20d0f40198e6f4c1a9b", 343};
    const session::ReleasedBranch solutions{"solutions", "dd9842bf1a34c0ffee11", 9};
    using catalogue::Audience;
    check_golden("terminal/release-self.txt", page_of([&](Page& page) {
                     report::write_release(
                         page, {Audience::self_learner, "/tmp/heddle self", 3, {main, solutions}});
                 }));
    check_golden(
        "terminal/release-class.txt", page_of([&](Page& page) {
            report::write_release(page, {Audience::students, "../heddle-class", 3, {main}});
        }));
}

namespace {

// A race was seen in the schedule that ended so.
session::Exploration explored(const model::CaseReport& symptom) {
    session::Exploration found;
    found.program = "lock_order.c";
    found.toolchain = "g++ 12.2.0";
    found.seed = 1;
    found.result = symptom;
    found.result.name = found.program;
    found.outcome = symptom.finding->outcome;
    found.others = {*symptom.finding};
    model::Finding& race = *found.result.finding;
    race.outcome = model::Outcome::data_race;
    race.diagnosis = "race";
    race.message =
        "Thread-1 reads sum (lock_order.c:31), holding no lock; main writes sum "
        "(lock_order.c:12), holding no lock. Nothing orders the two.";
    race.question = "What may the other thread do between the steps of this line?";
    race.where = {"lock_order.c", 31};
    return found;
}

session::Exploration explored() {
    const model::ExerciseReport deadlock = samples::deadlock();
    return explored(*model::main_case(deadlock));
}

std::string exploration_page(const session::Exploration& found) {
    return page_of([&](Page& page) {
        report::write_exploration(page, found, "./heddle explore lock_order.c");
    });
}

}  // namespace

TEST_CASE("an exploration shows what was found and the command that finds it again") {
    check_golden("terminal/exploration.txt", exploration_page(explored()));
    check_golden("json/exploration.json", report::to_json(explored()));
}

TEST_CASE("a wrong result stands before the race that explains it") {
    const model::ExerciseReport wrong = samples::split_rmw();
    check_golden("terminal/exploration-explained.txt",
                 exploration_page(explored(*model::main_case(wrong))));
}

TEST_CASE("what another flavour found says in which schedule") {
    session::Exploration found = explored();
    std::swap(*found.result.finding, found.others.front());
    found.others.front().flavour = model::Flavour::tsan;
    found.others.front().schedule = 2;
    const std::string page = exploration_page(found);
    CHECK(page.find("Thread-1 holds a.mutex") < page.find("Also:"));
    CHECK(page.find("(tsan,") != std::string::npos);
}

TEST_CASE("an exploration without a finding says that it proves nothing") {
    session::Exploration found = explored();
    found.result.finding.reset();
    CHECK(exploration_page(found).find("(not a proof)") != std::string::npos);
}

TEST_CASE("JSON has the same bytes each time") {
    std::vector<model::ExerciseReport> reports;
    for (const samples::Sample& sample : samples::all())
        reports.push_back(sample.report);
    check_golden("json/report.json", report::to_json(reports));
    check_golden("json/verify.json", report::to_json(proof()));
}

TEST_CASE("a CI system gets the same bytes each time") {
    check_golden("junit/report.xml", report::to_junit(batch(), "--submission ann"));
    check_golden("github/annotations.txt", report::to_annotations(batch()));
    check_golden("github/summary.md",
                 report::to_markdown(batch(), report::largest_step_summary_bytes));
}

TEST_CASE("a figure has the same bytes each time") {
    for (const samples::Sample& sample : samples::all()) {
        const model::Finding* const finding = model::main_finding(sample.report);
        if (finding == nullptr || !finding->trace) continue;
        const auto picture = report::condense(*finding->trace, finding->where);
        check_golden("svg/" + sample.name + ".svg",
                     report::to_svg(*finding->trace, picture, {sample.name, sample.report.title}));
    }
}
