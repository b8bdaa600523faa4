#include "session/handed_in.hpp"

#include <fstream>

#include "catch.hpp"
#include "session/form.hpp"
#include "session/selection.hpp"
#include "session/small_course.hpp"

using namespace heddle;
using session::HandedIn;
namespace fs = std::filesystem;

namespace {

HandedIn look_into(const SmallCourse& course) {
    return session::look_into(course.open(), course.submission()).value();
}

// Everything that a check of the submission is about, by name.
base::Expected<std::vector<session::Selected>> select_all(const SmallCourse& course) {
    session::Options options;
    options.submission = course.submission();
    return session::select(course.open(), options);
}

std::string long_name() {
    return std::string(255, 'n');
}

}  // namespace

TEST_CASE("a folder of files is the exercise's that they belong to") {
    const SmallCourse course;
    course.hand_in("hit_counter.cpp");
    const HandedIn found = look_into(course);
    CHECK(found.layout == HandedIn::Layout::files);
    REQUIRE(found.folders.size() == 1);
    CHECK(found.folders.at("10-lost-update") == course.submission());
}

TEST_CASE("files that several exercises have are for the one that has all of them") {
    const SmallCourse course;
    course.hand_in("diagnosis.toml");
    CHECK(select_all(course).error().hint.find("./heddle check 03-warehouse") != std::string::npos);
    course.hand_in("sum.cpp");
    CHECK(select_all(course).value().front().exercise.name == "03-warehouse");
}

TEST_CASE("folders may be called as one types an exercise, whatever lies around them") {
    const SmallCourse course;
    course.hand_in("lost-update/hit_counter.cpp");
    course.hand_in("3/sum.cpp");
    course.hand_in("README.md");
    course.hand_in("__MACOSX/x");
    course.hand_in(long_name() + "/x");
    course.hand_in("J\xc3\xbcrgen's notes/x");
    const HandedIn found = look_into(course);
    CHECK(found.layout == HandedIn::Layout::folders);
    CHECK(found.folders.size() == 2);
    CHECK(found.folders.at("10-lost-update") == course.submission() / "lost-update");
    CHECK(found.refused.empty());
    CHECK(select_all(course).value().size() == 2);
}

TEST_CASE("the folder itself may have any name") {
    const SmallCourse course;
    for (const std::string& name :
         {std::string("ann b (2)"), std::string("\xe7\xba\xbf\xe7\xa8\x8b"),
          std::string("\xff\xfe"), long_name(), long_name() + "/" + long_name()}) {
        course.hand_in(name + "/hit_counter.cpp");
        const auto found = session::look_into(course.open(), course.submission() / name);
        CHECK(found.value().folders.count("10-lost-update") == 1);
    }
}

TEST_CASE("a folder that is meant for an exercise and named after none is refused by name") {
    const SmallCourse course;
    course.hand_in("10-lost-update/hit_counter.cpp");
    course.hand_in("10_lost_update/hit_counter.cpp");
    course.hand_in("47-halting/main.cpp");
    course.hand_in("\xff\xfe/hit_counter.hpp");
    const HandedIn found = look_into(course);
    CHECK(found.folders.size() == 1);
    REQUIRE(found.refused.size() == 3);
    CHECK(found.refused.at("10_lost_update").hint.find("10-lost-update") != std::string::npos);
    CHECK(found.refused.count("47-halting") == 1);
    CHECK(found.refused.count("??") == 1);
    const auto selected = select_all(course).value();
    CHECK(selected.size() == 4);
    CHECK(selected.front().exercise.name == "10-lost-update");
    CHECK_FALSE(selected.front().refusal);
}

TEST_CASE("files in a folder of no exercise's name are told where they belong") {
    const SmallCourse course;
    course.hand_in("src/hit_counter.cpp");
    const base::Error refusal = look_into(course).refused.at("src");
    CHECK(refusal.hint.find("10-lost-update, which belong at the top") != std::string::npos);

    course.hand_in("hit_counter.hpp");
    CHECK(look_into(course).layout == HandedIn::Layout::files);
    CHECK(select_all(course).value().size() == 1);
    CHECK_FALSE(select_all(course).value().front().refusal);
}

TEST_CASE("two folders for one exercise are for nobody to choose from") {
    const SmallCourse course;
    course.hand_in("10/hit_counter.cpp");
    course.hand_in("10-lost-update/hit_counter.cpp");
    course.hand_in("lost-update/hit_counter.cpp");
    const HandedIn found = look_into(course);
    CHECK(found.folders.empty());
    CHECK(found.refused.at("10-lost-update").hint == "Keep one of them.");
}

TEST_CASE("a folder behind a symbolic link is not looked into") {
    const SmallCourse course;
    course.hand_in("elsewhere/hit_counter.cpp");
    fs::create_directory_symlink("elsewhere", course.submission() / "10-lost-update");
    CHECK(look_into(course).refused.at("10-lost-update").what == "this is a symbolic link");
}

TEST_CASE("what is no folder is named for what it is") {
    const SmallCourse course;
    course.hand_in("ann.zip", "PK");
    course.hand_in("hit_counter.cpp");
    const auto what = [&](const fs::path& path) {
        const auto error = session::look_into(course.open(), course.submission() / path).error();
        CHECK_FALSE(error.hint.empty());
        return error.what;
    };
    CHECK(what("ann.zip") == "this is an archive, not a folder");
    CHECK(what("hit_counter.cpp") == "this is a file, not a folder");
    CHECK(what("nowhere") == "there is no such folder");
    CHECK(what(std::string(300, 'n')) == "File name too long");
}

TEST_CASE("where nothing of any exercise is, the way to it is shown") {
    const SmallCourse course;
    course.hand_in("ann/10-lost-update/hit_counter.cpp");
    const auto error = select_all(course).error();
    CHECK(error.what == "no exercise's files are here");
    CHECK(error.hint.find("Is it " + (course.submission() / "ann").string()) != std::string::npos);
}

TEST_CASE("of an edition that was pushed, what has changed is graded where it still fits") {
    const SmallCourse course;
    const auto form = session::form_of(course.open().catalogue.find("10").value()).value();
    for (const char* file : {"hit_counter.hpp", "hit_counter.cpp"}) {
        course.hand_in(std::string("exercises/10-lost-update/") + file);
        course.hand_in(std::string("skeletons/10-lost-update/") + file);
    }
    course.hand_in("exercises/03-warehouse/sum.cpp", "solved");
    const auto stamp = [&](const std::string& form_of_10) {
        course.hand_in(
            "course.toml",
            "title = \"t\"\nsalt = \"s\"\n[edition]\nfor = \"class\"\nheddle = \"0.0.9\"\n"
            "[edition.forms]\n10-lost-update = \"" +
                form_of_10 + "\"\n");
    };
    stamp("of old");
    CHECK(look_into(course).untouched.count("10-lost-update") == 1);
    CHECK(select_all(course).value().size() == 1);

    course.hand_in("exercises/10-lost-update/hit_counter.cpp", "solved");
    CHECK(look_into(course).refused.at("10-lost-update").what.find("Heddle 0.0.9") !=
          std::string::npos);
    stamp(form);
    CHECK(look_into(course).refused.empty());
    CHECK(select_all(course).value().size() == 2);
    course.hand_in("course.toml", "[[[");
    CHECK(look_into(course).refused.empty());
}

TEST_CASE("an exercise that is named twice is taken once, where it was named first") {
    const SmallCourse course;
    course.hand_in("10/hit_counter.cpp");
    course.hand_in("03/sum.cpp");
    for (const bool is_handed_in : {false, true}) {
        session::Options options;
        options.exercises = {"10", "03-warehouse", "lost-update", "10"};
        if (is_handed_in) options.submission = course.submission();
        const auto selected = session::select(course.open(), options).value();
        REQUIRE(selected.size() == 2);
        CHECK(selected[0].exercise.name == "10-lost-update");
        CHECK(selected[1].exercise.name == "03-warehouse");
    }
}
