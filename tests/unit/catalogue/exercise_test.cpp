#include "catalogue/exercise.hpp"

#include <string>

#include "catalogue/course_folder.hpp"
#include "catch.hpp"

using heddle::catalogue::Exercise;
using heddle::catalogue::is_exercise_name;
using heddle::catalogue::read_exercise;

namespace {

struct Reading {
    heddle::base::Expected<Exercise> exercise;
    std::string file;
};

Reading read(const std::string& text) {
    const CourseFolder folder;
    folder.add_exercise("10-lost-update", text);
    const auto path = folder.path() / "exercises" / "10-lost-update";
    return {read_exercise(path), (path / "exercise.toml").string()};
}

// The sound exercise with one line replaced.
std::string with(const std::string& key, const std::string& line) {
    std::string text = sound_exercise;
    const std::size_t begin = text.find(key + " =");
    return text.replace(begin, text.find('\n', begin) - begin, line);
}

}  // namespace

TEST_CASE("a sound exercise is read whole") {
    const Exercise exercise = read(sound_exercise).exercise.value();
    CHECK(exercise.name == "10-lost-update");
    CHECK(exercise.number() == "10");
    CHECK(exercise.slug() == "lost-update");
    CHECK(exercise.minutes == std::chrono::minutes(20));
    CHECK(exercise.files == std::vector<std::string>{"hit_counter.hpp", "hit_counter.cpp"});
    CHECK(exercise.hints.size() == 3);
    CHECK(exercise.budget.hunt == 1000);
    CHECK(exercise.budget.tsan == 24);
}

TEST_CASE("a budget replaces the default it names") {
    const Exercise exercise = read(sound_exercise + "[budget]\nhunt = 50\n").exercise.value();
    CHECK(exercise.budget.hunt == 50);
    CHECK(exercise.budget.asan == 60);
}

TEST_CASE("broken TOML names file, line, column and what was expected") {
    const Reading reading = read("title = \"Lost update\"\nunit 2\n");
    const auto error = reading.exercise.error();
    CHECK(error.where == reading.file + ":2:6");
    CHECK(error.what.find("expected '='") != std::string::npos);
}

TEST_CASE("a wrong value names its place and what is right") {
    struct Wrong {
        std::string key, line, place, what;
    };
    const Wrong wrongs[] = {
        {"unit", "unit = \"two\"", ":2:8", "'unit' must be a whole number, not text"},
        {"minutes", "minutes = 0", ":3:11", "'minutes' is 0"},
        {"minutes", "minutes = 4294967297", ":3:11", "'minutes' is 4294967297"},
        {"beyond_lecture", "beyond_lecture = 1", ":4:18",
         "'beyond_lecture' must be true or false, not a whole number"},
        {"summary", "summary = \"\"", ":5:11", "'summary' is empty"},
        {"files", "files = []", ":6:9", "'files' is empty"},
        {"files", "files = [\"a.cpp\", 3]", ":6:19",
         "'files' must be a list of texts, not a whole number"},
        {"files", "files = [\"../a.cpp\"]", ":6:9", "'../a.cpp' can't be a file of an exercise"},
        {"files", "files = [\"port.cpp\"]", ":6:9", "'port.cpp' can't be a file of an exercise"},
        {"outcome", "outcome = \"bad\"", ":9:11", "no outcome is called 'bad'"},
        {"max_score", "max_scor = 10", ":1:1", "'max_score' is missing"},
    };
    for (const Wrong& wrong : wrongs) {
        const Reading reading = read(with(wrong.key, wrong.line));
        INFO(wrong.line);
        REQUIRE_FALSE(reading.exercise);
        CHECK(reading.exercise.error().where == reading.file + wrong.place);
        CHECK(reading.exercise.error().what == wrong.what);
        CHECK_FALSE(reading.exercise.error().hint.empty());
    }
}

TEST_CASE("an unknown key is refused where it stands, also in a table") {
    const Reading outside = read(sound_exercise + "autor = \"me\"\n");
    CHECK(outside.exercise.error().what == "unknown key 'autor'");
    CHECK(outside.exercise.error().where == outside.file + ":11:1");

    const Reading inside = read(sound_exercise + "[budget]\nhunts = 50\n");
    CHECK(inside.exercise.error().hint == "Did you mean 'hunt'?");
    CHECK(inside.exercise.error().where == inside.file + ":12:1");
}

TEST_CASE("a folder is an exercise by its name") {
    CHECK(is_exercise_name("10-lost-update"));
    CHECK(is_exercise_name("00-a"));
    for (const char* name :
         {"include", "1-a", "10", "10-", "10-Lost", "10--a", "10-a-", "10_a", ""})
        CHECK_FALSE(is_exercise_name(name));
}
