// The program from its arguments to its exit code, with a session that answers at once.
#include "cli/run.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/file.hpp"
#include "catch.hpp"
#include "cli/fake_session.hpp"
#include "temporary_folder.hpp"

using namespace heddle;
namespace fs = std::filesystem;

namespace {

struct Result {
    int code = 0;
    std::string out;
    std::string err;
};

// A stream that remembers.
class Memory {
  public:
    Memory() : stream_(std::tmpfile()) {}
    ~Memory() { std::fclose(stream_); }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    std::FILE* stream() { return stream_; }

    std::string text() {
        std::string all(static_cast<std::size_t>(std::ftell(stream_)), '\0');
        std::rewind(stream_);
        all.resize(std::fread(all.data(), 1, all.size(), stream_));
        return all;
    }

  private:
    std::FILE* stream_;
};

Result heddle_run(std::vector<const char*> words) {
    words.insert(words.begin(), "heddle");
    Memory out;
    Memory err;
    Result result;
    result.code =
        cli::run(static_cast<int>(words.size()), words.data(), out.stream(), err.stream());
    result.out = out.text();
    result.err = err.text();
    return result;
}

// A course in a folder of its own; the fake session is as new.
struct Course {
    Course() {
        fake_session() = {};
        std::ofstream(folder.path() / "course.toml") << "title = \"t\"\n";
        ::setenv("HEDDLE_ROOT", folder.path().c_str(), 1);
        ::unsetenv("HEDDLE_BUILD");
        ::setenv("LC_ALL", "C.UTF-8", 1);
    }
    ~Course() { ::unsetenv("HEDDLE_ROOT"); }

    TemporaryFolder folder;
};

model::ExerciseReport graded(const char* exercise, int score) {
    model::ExerciseReport report;
    report.exercise = exercise;
    report.score = score;
    report.max_score = 10;
    model::CaseReport one;
    one.name = "it works";
    one.points = score;
    one.max_points = 10;
    one.outcome = score == 10 ? model::Outcome::passed : model::Outcome::wrong_result;
    report.outcome = one.outcome;
    report.cases = {one};
    return report;
}

model::ExerciseReport not_graded(const char* exercise) {
    model::ExerciseReport report;
    report.exercise = exercise;
    report.graded = false;
    report.reason = "no compiler";
    report.hint = "sudo apt install g++";
    return report;
}

session::ListRow row(const char* exercise) {
    session::ListRow made;
    made.exercise = exercise;
    made.title = "Title";
    made.task = fs::path("exercises") / exercise / "README.md";
    made.files = {fs::path("exercises") / exercise / "file.cpp"};
    return made;
}

}  // namespace

TEST_CASE("without a command heddle says which file to open and what to type") {
    const Course course;
    fake_session().list = std::vector{row("00-first-thread")};
    const Result result = heddle_run({});
    CHECK(result.code == 0);
    CHECK(result.out.find("exercises/00-first-thread/file.cpp") != std::string::npos);
    CHECK(result.out.find("./heddle check 00") != std::string::npos);
}

TEST_CASE(
    "the exit code is 0 for full marks, 1 for less, 2 for not graded, and the largest in a batch") {
    const Course course;
    const auto code_for = [](std::vector<model::ExerciseReport> reports) {
        fake_session().check = std::move(reports);
        return heddle_run({"check", "--all"}).code;
    };
    CHECK(code_for({graded("10-lost-update", 10)}) == 0);
    CHECK(code_for({graded("10-lost-update", 5)}) == 1);
    CHECK(code_for({not_graded("10-lost-update")}) == 2);
    CHECK(code_for({graded("04-subclass", 10), not_graded("05-target"),
                    graded("10-lost-update", 5)}) == 2);
    CHECK(code_for({}) == 2);
}

TEST_CASE("what is asked reaches the session") {
    const Course course;
    heddle_run({"check", "10", "lost-update", "--visible-only", "--thorough", "--seed", "7",
                "--submission", "dir with space"});
    const session::Options& asked = fake_session().options;
    CHECK(asked.exercises == std::vector<std::string>{"10", "lost-update"});
    CHECK(asked.breadth == session::Breadth::touched);
    CHECK(asked.tests == session::Tests::visible);
    CHECK(asked.budget == session::Budget::thorough);
    CHECK(asked.seed == 7U);
    CHECK(asked.submission == fs::path("dir with space"));
    heddle_run({"check", "--all", "--solutions"});
    CHECK(fake_session().options.breadth == session::Breadth::all);
    CHECK(fake_session().options.files == session::Files::solutions);
    CHECK(fake_session().place.root == course.folder.path());
    CHECK(fake_session().place.build == course.folder.path() / "build");
}

TEST_CASE("a failed case is shown with the command that shows it again") {
    const Course course;
    model::ExerciseReport report = graded("10-lost-update", 5);
    model::Finding finding;
    finding.outcome = model::Outcome::wrong_result;
    finding.message = "total is 1, expected 2";
    finding.schedule = 3;
    report.cases[0].finding = finding;
    fake_session().check = std::vector{report};
    const Result result = heddle_run({"check", "10", "--submission", "ann's"});
    CHECK(result.out.find("✗ it works: total is 1, expected 2") != std::string::npos);
    CHECK(result.out.find("./heddle replay 10 \"it works\" --submission \"ann's\"") !=
          std::string::npos);
    CHECK(result.out.find('\x1b') == std::string::npos);
    CHECK(result.err.empty());
}

TEST_CASE("full marks lead on to the next exercise") {
    const Course course;
    fake_session().check = std::vector{graded("04-subclass", 10)};
    fake_session().list = std::vector{row("10-lost-update")};
    CHECK(heddle_run({"check", "04"}).out.find("./heddle check 10") != std::string::npos);
    CHECK(heddle_run({"check", "04", "--solutions"}).out.find("./heddle check 10") ==
          std::string::npos);
}

TEST_CASE("several exercises are a line each") {
    const Course course;
    fake_session().check = std::vector{graded("04-subclass", 10), graded("10-lost-update", 5)};
    const Result result = heddle_run({"check", "--all"});
    CHECK(result.out.find("✓  04 subclass") != std::string::npos);
    CHECK(result.out.find("15/20") != std::string::npos);
}

TEST_CASE("a session's error is told with its next step, and nothing is scored") {
    const Course course;
    fake_session().check =
        base::fail({"there is no exercise \"lost-updat\"", "", "Did you mean 10-lost-update?"});
    const Result result = heddle_run({"check", "lost-updat"});
    CHECK(result.code == 2);
    CHECK(result.out.empty());
    CHECK(result.err ==
          "heddle: there is no exercise \"lost-updat\"\n  Did you mean 10-lost-update?\n");
}

TEST_CASE("--json - puts the report on standard output and words for people elsewhere") {
    const Course course;
    fake_session().check = std::vector{graded("10-lost-update", 5)};
    const Result result = heddle_run({"check", "10", "--json", "-"});
    CHECK(result.code == 1);
    CHECK(nlohmann::json::parse(result.out)["schema"] == "heddle.report/1");
    CHECK(result.err.find("10 lost-update") != std::string::npos);
}

TEST_CASE("--json replaces its file whole and leaves nothing beside it") {
    const Course course;
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "report.json").string();
    std::ofstream(path) << "old";
    fake_session().check = std::vector{graded("10-lost-update", 10)};
    CHECK(heddle_run({"check", "10", "--json", path.c_str()}).code == 0);
    CHECK(nlohmann::json::parse(base::read_file(path).value())["reports"][0]["score"] == 10);
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("--json through a link keeps the link") {
    const Course course;
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "real.json") << "old";
    fs::create_symlink("real.json", folder.path() / "link.json");
    heddle_run({"check", "10", "--json", (folder.path() / "link.json").c_str()});
    CHECK(fs::is_symlink(folder.path() / "link.json"));
    CHECK(base::read_file(folder.path() / "real.json").value() != "old");
}

TEST_CASE("a path where no report can go is refused before anything is graded") {
    const Course course;
    const TemporaryFolder folder;
    for (const fs::path& path :
         {folder.path(), folder.path() / "no" / "such.json", fs::path("/proc/x.json")}) {
        const Result result = heddle_run({"check", "10", "--json", path.c_str()});
        CHECK(result.code == 2);
        CHECK(result.err.find("--json") != std::string::npos);
    }
    CHECK(heddle_run({"check", "10", "--json", ""}).code == 2);
    CHECK(fake_session().calls == 0);
}

TEST_CASE("a device takes the report as it is") {
    const Course course;
    fake_session().check = std::vector{graded("10-lost-update", 10)};
    CHECK(heddle_run({"check", "10", "--json", "/dev/null"}).code == 0);
    CHECK(heddle_run({"check", "10", "--json", "/dev/full"}).code == 2);
}

TEST_CASE("a verdict that can't be printed is not given") {
    const Course course;
    fake_session().check = std::vector{graded("10-lost-update", 10)};
    std::FILE* const full = std::fopen("/dev/full", "w");
    Memory err;
    const std::vector<const char*> words = {"heddle", "check", "10"};
    CHECK(cli::run(3, words.data(), full, err.stream()) == 2);
    CHECK(err.text().find("No space left") != std::string::npos);
    std::fclose(full);
}

TEST_CASE("an unknown command gets the nearest one") {
    const Result result = heddle_run({"chekc"});
    CHECK(result.code == 2);
    CHECK(result.err.find("Did you mean ./heddle check?") != std::string::npos);
    CHECK(heddle_run({"10"}).err.find("./heddle check 10") != std::string::npos);
    CHECK(heddle_run({"xylophone"}).err.find("--help") != std::string::npos);
}

TEST_CASE("misuse is explained in one sentence, with the help to ask for") {
    const Course course;
    for (const auto& words :
         std::vector<std::vector<const char*>>{{"check", "--sed", "1"},
                                               {"check", "--seed", "x"},
                                               {"check", "--seed", "-1"},
                                               {"hint"},
                                               {"check", "10", "--all"},
                                               {"check", "--solutions", "--submission", "x"},
                                               {"list", "10"},
                                               {"check", "--json"},
                                               {"--seed", "1"},
                                               {"hint", "10", "11"}}) {
        const Result result = heddle_run(words);
        INFO(words[0] << " " << (words.size() > 1 ? words[1] : ""));
        CHECK(result.code == 2);
        CHECK(result.out.empty());
        CHECK(result.err.starts_with("heddle: "));
        CHECK(std::count(result.err.begin(), result.err.end(), '\n') >= 2);
    }
    CHECK(fake_session().calls == 0);
}

TEST_CASE("help names every command and option, and costs nothing") {
    const Result all = heddle_run({"--help"});
    CHECK(all.code == 0);
    for (const char* command :
         {"check", "list", "hint", "reset", "solution", "replay", "verify", "doctor"}) {
        CHECK(all.out.find(command) != std::string::npos);
    }
    const Result check = heddle_run({"check", "--help"});
    CHECK(check.out.find("--submission DIR") != std::string::npos);
    std::istringstream lines(all.out + check.out + heddle_run({"replay", "--help"}).out);
    for (std::string line; std::getline(lines, line);)
        CHECK(line.size() <= 80);
}

TEST_CASE("a hint says how many there are, and where the next is") {
    const Course course;
    fake_session().hint = session::Hint{"10-lost-update", 1, 3, "Look at hit()."};
    const Result result = heddle_run({"hint", "10"});
    CHECK(result.out.find("hint 1 of 3\n  Look at hit().\n") != std::string::npos);
    CHECK(fake_session().exercise == "10");
}

TEST_CASE("a reset names the files and where the copy is") {
    const Course course;
    fake_session().reset = session::Reset{"10-lost-update", {"hit_counter.hpp"}, "build/kept/1"};
    const std::string out = heddle_run({"reset", "10"}).out;
    CHECK(out.find("hit_counter.hpp") != std::string::npos);
    CHECK(out.find("build/kept/1") != std::string::npos);
    fake_session().reset = session::Reset{"10-lost-update", {}, {}};
    CHECK(heddle_run({"reset", "10"}).out.find("as it came") != std::string::npos);
}

TEST_CASE("a solution that is not for a terminal stays a diff for patch") {
    const Course course;
    fake_session().solution = std::string("--- a\n+++ b\n@@ -1 +1 @@\n-\told\n+\tnew\n");
    CHECK(heddle_run({"solution", "10"}).out == *fake_session().solution);
    fake_session().solution = std::string();
    CHECK(heddle_run({"solution", "10"}).err.find("same") != std::string::npos);
}

TEST_CASE("a replay asks for the case as it was typed, and says whether it still fails") {
    const Course course;
    session::Replay replay{"10-lost-update", graded("10-lost-update", 5).cases[0], {}};
    fake_session().replay = replay;
    CHECK(heddle_run({"replay", "10", "it works", "--submission", "ann"}).code == 1);
    CHECK(fake_session().request.case_name == "it works");
    CHECK(fake_session().request.submission == fs::path("ann"));
    heddle_run({"replay", "10"});
    CHECK(fake_session().request.case_name.empty());
}

TEST_CASE("a replay can be drawn") {
    const Course course;
    session::Replay replay{"10-lost-update", graded("10-lost-update", 10).cases[0], {}};
    replay.result.passing_trace = model::Trace{{"main"}, {}, {}, false};
    fake_session().replay = replay;
    const Result result = heddle_run({"replay", "10", "it works", "--svg", "-"});
    CHECK(result.code == 0);
    CHECK(result.out.starts_with("<svg "));
    CHECK(result.out.find("10 lost-update: it works") != std::string::npos);
    CHECK(heddle_run({"replay", "10", "--svg", "/proc/x.svg"}).err.find("--svg") !=
          std::string::npos);
}

TEST_CASE("verify proves the course or says what doesn't hold") {
    const Course course;
    const Result good = heddle_run({"verify", "10", "--json", "-"});
    CHECK(good.code == 0);
    CHECK(nlohmann::json::parse(good.out)["ok"] == true);
    session::CourseProof proof;
    proof.failures = {"something stray"};
    fake_session().verify = proof;
    CHECK(heddle_run({"verify"}).code == 1);
}

TEST_CASE("the doctor's exit code says whether anything can be graded") {
    const Course course;
    fake_session().doctor = {
        {"jail", session::Health::limited, "none", "sudo apt install bubblewrap"}};
    CHECK(heddle_run({"doctor"}).code == 0);
    fake_session().doctor.push_back(
        {"compiler", session::Health::missing, "not found", "apt install g++"});
    const Result result = heddle_run({"doctor"});
    CHECK(result.code == 2);
    CHECK(result.out.find("apt install g++") != std::string::npos);
}

TEST_CASE("outside a course heddle says where to go") {
    ::unsetenv("HEDDLE_ROOT");
    const TemporaryFolder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path());
    const Result result = heddle_run({"list"});
    fs::current_path(before);
    CHECK(result.code == 2);
    CHECK(result.err.find("course.toml") != std::string::npos);
}
