// `heddle check` from its arguments to its exit code, with a session that answers at once.
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "catch.hpp"
#include "cli/fake_session.hpp"
#include "cli/program.hpp"
#include "cli/run.hpp"

using namespace heddle;
namespace fs = std::filesystem;

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

TEST_CASE("every command that compiles can be told which compiler") {
    const Course course;
    for (const char* command : {"check", "replay", "profile", "verify"}) {
        heddle_run({command, "10", "--compiler", "clang++"});
        CHECK(fake_session().place.compiler == "clang++");
        heddle_run({command, "10"});
        CHECK(fake_session().place.compiler.empty());
    }
    heddle_run({"doctor", "--compiler", "clang++"});
    CHECK(fake_session().place.compiler == "clang++");
    CHECK(heddle_run({"list", "--compiler", "clang++"}).code == 2);
}

TEST_CASE("the command that shows a failure again names the compiler") {
    const Course course;
    model::ExerciseReport report = graded("10-lost-update", 4);
    report.cases.front().finding.emplace();
    fake_session().check = std::vector{report};
    const Result result = heddle_run({"check", "10", "--compiler", "clang++"});
    CHECK(result.out.find("./heddle replay 10 \"it works\" --compiler clang++") !=
          std::string::npos);
}

TEST_CASE("a command that is suggested is about the same files and schedules") {
    const Course course;
    model::ExerciseReport unfinished = graded("10-lost-update", 0);
    unfinished.outcome = unfinished.cases[0].outcome = model::Outcome::unfinished;
    unfinished.cases[0].finding = model::Finding{};
    const std::string same = " --submission ann --visible-only --thorough --seed 7\n";
    const auto run = [](std::vector<model::ExerciseReport> reports) {
        fake_session().check = std::move(reports);
        return heddle_run(
                   {"check", "--submission", "ann", "--visible-only", "--thorough", "--seed", "7"})
            .out;
    };
    CHECK(run({unfinished}).find("./heddle check 10" + same) != std::string::npos);
    CHECK(run({graded("04-subclass", 5), graded("10-lost-update", 5)})
              .find("./heddle check 10" + same) != std::string::npos);
    fake_session().check = std::vector{unfinished};
    CHECK(heddle_run({"check", "--solutions"}).out.find("check 10 --submission solutions\n") !=
          std::string::npos);
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

TEST_CASE("the option --json - puts the report on standard output and words for people elsewhere") {
    const Course course;
    fake_session().check = std::vector{graded("10-lost-update", 5)};
    const Result result = heddle_run({"check", "10", "--json", "-"});
    CHECK(result.code == 1);
    CHECK(nlohmann::json::parse(result.out)["schema"] == "heddle.report/1");
    CHECK(result.err.find("10 lost-update") != std::string::npos);
}

TEST_CASE("the option --json replaces its file whole and leaves nothing beside it") {
    const Course course;
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "report.json").string();
    std::ofstream(path) << "old";
    fake_session().check = std::vector{graded("10-lost-update", 10)};
    CHECK(heddle_run({"check", "10", "--json", path.c_str()}).code == 0);
    CHECK(nlohmann::json::parse(base::read_file(path).value())["reports"][0]["score"] == 10);
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("the option --json through a link keeps the link") {
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

TEST_CASE("each format has its option, and one of them may be standard output") {
    const Course course;
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "report").string();
    fake_session().check = std::vector{graded("10-lost-update", 5)};
    const std::vector<std::pair<const char*, const char*>> formats = {
        {"--json", "\"heddle.report/1\""},
        {"--junit", "<testsuites "},
        {"--summary", "| exercise |"}};
    for (const auto& [option, words] : formats) {
        const Result result =
            heddle_run({"check", "10", option, "-", "--annotations", path.c_str()});
        CHECK(result.code == 1);
        CHECK(result.out.find(words) != std::string::npos);
        CHECK(result.err.find("10 lost-update") != std::string::npos);
        CHECK(fs::exists(path));
    }
    fake_session().calls = 0;
    const Result both = heddle_run({"check", "10", "--junit", "-", "--summary", "-"});
    CHECK(both.code == 2);
    CHECK(both.err.find("--junit and --summary can't share") != std::string::npos);
    CHECK(fake_session().calls == 0);
}

TEST_CASE("two results are never written to one file") {
    const Course course;
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "report").string();
    const std::string other = (folder.path() / "." / "report").string();
    fake_session().calls = 0;
    const Result both =
        heddle_run({"check", "10", "--json", path.c_str(), "--junit", other.c_str()});
    CHECK(both.code == 2);
    CHECK(both.err.find("--json and --junit can't share a file") != std::string::npos);
    CHECK(fake_session().calls == 0);
    fake_session().check = std::vector{graded("10-lost-update", 5)};
    CHECK(heddle_run({"check", "10", "--json", "/dev/null", "--junit", "/dev/null"}).code == 1);
}

TEST_CASE("a summary is added to what is there, within GitHub's limit for both") {
    const Course course;
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "summary.md").string();
    std::ofstream(path) << "before\n";
    fake_session().check = std::vector{graded("10-lost-update", 5)};
    CHECK(heddle_run({"check", "10", "--summary", path.c_str()}).code == 1);
    CHECK(base::read_file(path).value().starts_with("before\n### Heddle: 5/10"));
    std::ofstream(path) << std::string((1U << 20U) - 100, 'x');
    CHECK(heddle_run({"check", "10", "--summary", path.c_str()}).code == 1);
    CHECK(fs::file_size(path) <= 1U << 20U);
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
