// The other commands, and what the program says to words it doesn't know.
#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "catch.hpp"
#include "cli/commands.hpp"
#include "cli/fake_session.hpp"
#include "cli/program.hpp"

using namespace heddle;
namespace fs = std::filesystem;

TEST_CASE("without a command heddle says which files to open and what to type") {
    const Course course;
    fake_session().list = std::vector{row("00-first-thread")};
    const Result result = heddle_run({});
    CHECK(result.code == 0);
    CHECK(result.out.find("edit   exercises/00-first-thread/file.hpp\n"
                          "         exercises/00-first-thread/file.cpp\n") != std::string::npos);
    CHECK(result.out.find("./heddle check 00") != std::string::npos);
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
                                               {"release", "--for", "self"},
                                               {"release", "--for", "all", "--out", "x"},
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
    for (const char* command : {"check", "list", "hint", "reset", "solution", "replay", "profile",
                                "explore", "verify", "release", "doctor"}) {
        CHECK(all.out.find(command) != std::string::npos);
    }
    const Result check = heddle_run({"check", "--help"});
    CHECK(check.out.find("--submission DIR") != std::string::npos);
}

TEST_CASE("what a command doesn't take is named, with the nearest option") {
    const std::string option = heddle_run({"check", "--sed", "1"}).err;
    CHECK(option.find("there is no option --sed\n") != std::string::npos);
    CHECK(option.find("Did you mean --seed? ./heddle check --help shows how.") !=
          std::string::npos);
    CHECK(heddle_run({"check", "--sed=1"}).err.find("Did you mean --seed?") != std::string::npos);
    CHECK(heddle_run({"--foo"}).err.find("there is no option --foo\n") != std::string::npos);
    CHECK(heddle_run({"hint", "10", "11"}).err.find("\"11\" is one word too many") !=
          std::string::npos);
}

TEST_CASE("each command's help fits a terminal, and can be asked for in two ways") {
    CHECK(heddle_run({"help"}).out == heddle_run({"--help"}).out);
    CHECK(heddle_run({"help", "chekc"}).err.find("./heddle check") != std::string::npos);
    std::string pages = heddle_run({"--help"}).out;
    for (const cli::Command* const command : cli::all_commands()) {
        const Result help = heddle_run({command->name, "--help"});
        CHECK(help.code == 0);
        CHECK(help.out == heddle_run({"help", command->name}).out);
        pages += help.out;
    }
    std::istringstream lines(pages);
    for (std::string line; std::getline(lines, line);)
        CHECK(line.size() <= 80);
}

TEST_CASE("a hint says how many there are, and where the next is") {
    const Course course;
    fake_session().hint = session::Hint{"10-lost-update", 1, 3, "Look at hit()."};
    const Result result = heddle_run({"hint", "10"});
    CHECK(result.out.find("hint 1 of 3\n  Look at hit().\n") != std::string::npos);
    CHECK(result.out.find("./heddle hint 10") != std::string::npos);
    CHECK(fake_session().exercise == "10");

    fake_session().hint = session::Hint{"10-lost-update", 3, 3, "std::atomic."};
    CHECK(heddle_run({"hint", "10"}).out.find("That was the last.") != std::string::npos);
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
    CHECK_FALSE(fake_session().request.seed);
    heddle_run({"replay", "10", "--visible-only", "--thorough", "--seed", "7"});
    CHECK(fake_session().request.tests == session::Tests::visible);
    CHECK(fake_session().request.budget == session::Budget::thorough);
    CHECK(fake_session().request.seed == 7U);
}

TEST_CASE("names to choose from stand one a line") {
    const Course course;
    fake_session().replay =
        base::fail({"no case is called \"x\"", "", "The cases are:\n\"a b\"\nc"});
    CHECK(heddle_run({"replay", "10", "x"}).err ==
          "heddle: no case is called \"x\"\n  The cases are:\n    \"a b\"\n    c\n");
}

TEST_CASE("a profile asks for files and case as they were typed") {
    const Course course;
    fake_session().profile = session::ProfiledCase{"18-overlap", "six pages", {}, {}};
    const Result result = heddle_run({"profile", "18", "six pages", "--solutions"});
    CHECK(result.code == 0);
    CHECK(result.out.find("six pages") != std::string::npos);
    CHECK(fake_session().profile_request.exercise == "18");
    CHECK(fake_session().profile_request.case_name == "six pages");
    CHECK(fake_session().profile_request.files == session::Files::solutions);

    const Result as_json = heddle_run({"profile", "18", "--json", "-"});
    CHECK(as_json.code == 0);
    CHECK(as_json.out.find("heddle.profile/1") != std::string::npos);
    CHECK(as_json.err.find("18 overlap") != std::string::npos);

    heddle_run({"profile", "18", "--submission", "ann"});
    CHECK(fake_session().profile_request.case_name.empty());
    CHECK(fake_session().profile_request.submission == fs::path("ann"));
}

TEST_CASE("what can't be profiled says why") {
    const Course course;
    fake_session().profile = base::fail({"the files don't compile", "", "Run ./heddle check 18."});
    const Result result = heddle_run({"profile", "18"});
    CHECK(result.code == 2);
    CHECK(result.err.find("./heddle check 18") != std::string::npos);
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

TEST_CASE("a replay can be played in a browser") {
    const Course course;
    fake_session().replay =
        session::Replay{"10-lost-update", graded("10-lost-update", 5).cases[0], {}};
    const Result result = heddle_run({"replay", "10", "it works", "--html", "-"});
    CHECK(result.code == 1);
    CHECK(result.out.starts_with("<!DOCTYPE html>"));
    CHECK(result.err.find("it works") != std::string::npos);
    CHECK(heddle_run({"replay", "10", "--html", "/proc/x.html"}).err.find("--html") !=
          std::string::npos);
    CHECK(heddle_run({"replay", "10", "--html", "-", "--svg", "-"}).code == 2);
    const std::string page = course.folder.path() / "page.html";
    CHECK(heddle_run({"replay", "10", "--html", page.c_str()}).out.ends_with(page + "\n"));
}

TEST_CASE("verify proves the course or says what doesn't hold") {
    const Course course;
    const Result good = heddle_run({"verify", "10", "--json", "-"});
    CHECK(good.code == 0);
    CHECK(nlohmann::json::parse(good.out)["ok"] == true);
    CHECK(fake_session().extent == session::Extent::all);
    session::CourseProof proof;
    proof.failures = {"something stray"};
    fake_session().verify = proof;
    CHECK(heddle_run({"verify", "--sample"}).code == 1);
    CHECK(fake_session().extent == session::Extent::sample);
}

TEST_CASE("a release says where the edition is and how it gets to others") {
    const Course course;
    fake_session().release = session::Release{
        catalogue::Audience::students, "out dir", 3, {{"main", "0123456789abcdef", 341}}};
    const Result result = heddle_run({"release", "--for", "class", "--out", "out dir"});
    CHECK(result.code == 0);
    CHECK(fake_session().release_audience == catalogue::Audience::students);
    CHECK(fake_session().release_folder == "out dir");
    CHECK(result.out.find("cd \"out dir\"") != std::string::npos);
    CHECK(result.out.find("git push -u origin main\n") != std::string::npos);
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

TEST_CASE("the version names the compiler where one is known") {
    const Course course;
    fake_session().version = {"1.2.3", ""};
    const Result bare = heddle_run({"--version"});
    CHECK(bare.code == 0);
    CHECK(bare.out == "heddle 1.2.3\n");
    fake_session().version.toolchain = "g++ 12.2.0";
    CHECK(heddle_run({"--version"}).out == "heddle 1.2.3, g++ 12.2.0\n");
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

TEST_CASE("explore asks for files, settings and the program's own arguments as they were typed") {
    fake_session() = {};
    const Result result = heddle_run({"explore", "a.c", "b.c", "--schedules", "50", "--seed", "7",
                                      "--cflags", "-O2 -DN=3", "--", "--seed", "x"});
    CHECK(result.code == 0);
    const session::ExploreRequest& asked = fake_session().explore_request;
    CHECK(asked.files == std::vector<fs::path>{"a.c", "b.c"});
    CHECK(asked.schedules == 50);
    CHECK(asked.seed == 7);
    CHECK(asked.flags == std::vector<std::string>{"-O2", "-DN=3"});
    CHECK(asked.arguments == std::vector<std::string>{"--seed", "x"});
    CHECK_FALSE(asked.choices.has_value());
}

TEST_CASE("what explore found is shown with the command that finds it again") {
    fake_session() = {};
    session::Exploration found;
    found.program = "my bug.c";
    found.result.name = found.program;
    found.result.outcome = model::Outcome::deadlock;
    found.result.finding = model::Finding{};
    found.result.finding->message = "nobody can go on";
    found.result.finding->schedule = 3;
    fake_session().explore = found;
    const Result result = heddle_run({"explore", "my bug.c", "--seed", "7", "--", "two words"});
    CHECK(result.code == 1);
    CHECK(result.out.find("nobody can go on") != std::string::npos);
    CHECK(result.out.find("./heddle explore \"my bug.c\" --seed 7 -- \"two words\"") !=
          std::string::npos);
}

TEST_CASE("a budget of no schedules is refused") {
    fake_session() = {};
    const Result result = heddle_run({"explore", "a.c", "--schedules", "0"});
    CHECK(result.code == 2);
    CHECK(result.err.find("--schedules") != std::string::npos);
    CHECK(fake_session().calls == 0);
}
