#include "build/submission.hpp"

#include <sys/stat.h>

#include "base/file.hpp"
#include "build/stage.hpp"
#include "catch.hpp"
#include "temporary_folder.hpp"

using namespace heddle;
using build::misplaced;
using build::read_submission;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& path, std::string_view text) {
    REQUIRE(base::write_file(path, text));
}

catalogue::Exercise counter_exercise(const fs::path& folder = {}) {
    catalogue::Exercise exercise;
    exercise.name = "10-lost-update";
    exercise.folder = folder;
    exercise.files = {"counter.hpp", "counter.cpp"};
    exercise.contract = {"bank.hpp"};
    return exercise;
}

// What is said about a folder whose counter.cpp has this content.
base::Expected<build::Submission> with_content(std::string_view content) {
    const TemporaryFolder folder;
    write(folder.path() / "counter.cpp", content);
    return read_submission(counter_exercise(), folder.path());
}

}  // namespace

TEST_CASE("files of the exercise are taken, others ignored, unchanged ones may be missing") {
    const TemporaryFolder folder;
    write(folder.path() / "counter.cpp", "int x;");
    write(folder.path() / "port.cpp", "int evil;");
    const auto submission = read_submission(counter_exercise(), folder.path()).value();
    CHECK(submission == build::Submission{{"counter.cpp", "int x;"}});
}

TEST_CASE("both kinds of line end and any UTF-8 are fine") {
    CHECK(with_content("int x;\r\nint y;\r\n"));
    CHECK(with_content("// Z\xC3\xA4hler \xF0\x9F\xA7\xB5\nint x;"));
}

TEST_CASE("an empty submission folder names the files that belong there") {
    const TemporaryFolder folder;
    const auto error = read_submission(counter_exercise(), folder.path()).error();
    CHECK(error.what == "nothing of 10-lost-update is here");
    CHECK(error.hint == "Put counter.hpp, counter.cpp there.");
    CHECK_FALSE(read_submission(counter_exercise(), folder.path() / "missing"));
}

TEST_CASE("a file in a folder within the submission is named, and not taken") {
    const TemporaryFolder folder;
    write(folder.path() / "src" / "counter.cpp", "int x;");
    write(folder.path() / "src" / "bank.hpp", "int x;");
    write(folder.path() / "a" / "b" / "c" / "d" / "counter.hpp", "int x;");
    const auto error = read_submission(counter_exercise(), folder.path()).error();
    CHECK(error.hint ==
          "Put counter.hpp, counter.cpp there. Is it src/counter.cpp? Then move it up.");

    write(folder.path() / "old" / "counter.hpp", "int x;");
    write(folder.path() / "counter.cpp", "int x;");
    CHECK(misplaced(counter_exercise(), folder.path()) ==
          std::vector<std::string>{"old/counter.hpp"});
}

TEST_CASE("a file that can't be a submission is an error with a next step") {
    CHECK(with_content("").error().what == "the file is empty");
    CHECK(with_content(" \r\n\t\n").error().what == "the file is empty");
    CHECK(with_content("// caf\xE9\nint x;").error().what == "the file is not UTF-8 text");
    const auto too_big = with_content(std::string(10U << 20U, 'x')).error();
    CHECK(too_big.what == "larger than 1 MB");
    CHECK_FALSE(too_big.hint.empty());
}

TEST_CASE("only ordinary files are read") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "counter.cpp";
    const auto what = [&] {
        return read_submission(counter_exercise(), folder.path()).error().what;
    };

    fs::create_directory(file);
    CHECK(what() == "this is a folder");
    fs::remove(file);
    fs::create_symlink("/etc/passwd", file);
    CHECK(what() == "this is a symbolic link");
    fs::remove(file);
    REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
    CHECK(what() == "this is not an ordinary file");
}

TEST_CASE("what isn't code has a reader of its own, who says what is the matter with it") {
    const TemporaryFolder folder;
    auto exercise = counter_exercise(folder.path());
    exercise.files.push_back("diagnosis.toml");
    for (const char* text : {"\n", "\xff", "not TOML"}) {
        write(folder.path() / "diagnosis.toml", text);
        const auto submission = build::read_submission(exercise, folder.path());
        REQUIRE(submission);
        CHECK(submission->at("diagnosis.toml") == text);
    }
}

TEST_CASE("staging lays the submission over the skeleton and the given files over both") {
    const TemporaryFolder folder;
    const auto exercise = counter_exercise(folder.path() / "exercise");
    for (const char* name : {"counter.hpp", "counter.cpp"})
        write(folder.path() / "skeleton" / name, "skeleton");
    for (const char* name : {"bank.hpp", "port.hpp", "port.cpp", "visible_test.cpp"})
        write(exercise.folder / name, "given");

    const auto staged = build::stage(exercise, folder.path() / "skeleton",
                                     {{"counter.cpp", "submitted"}}, folder.path() / "work")
                            .value();
    const auto content = [&](const char* name) {
        return base::read_file(staged.folder / name).value();
    };
    CHECK(content("counter.hpp") == "skeleton");
    CHECK(content("counter.cpp") == "submitted");
    for (const char* name : {"bank.hpp", "port.hpp", "port.cpp", "visible_test.cpp"})
        CHECK(content(name) == "given");
    CHECK(staged.sources == std::vector<std::string>{"counter.cpp", "port.cpp"});
}

TEST_CASE("staging begins with an empty folder") {
    const TemporaryFolder folder;
    const auto exercise = counter_exercise(folder.path() / "exercise");
    for (const char* name :
         {"counter.hpp", "counter.cpp", "bank.hpp", "port.hpp", "port.cpp", "visible_test.cpp"})
        write(exercise.folder / name, "given");
    write(folder.path() / "work" / "staged" / "left_over.hpp", "old");
    const auto staged = build::stage(exercise, exercise.folder, {}, folder.path() / "work");
    REQUIRE(staged);
    CHECK_FALSE(fs::exists(staged->folder / "left_over.hpp"));
}
