#include "catalogue/catalogue.hpp"

#include "catalogue/course_folder.hpp"
#include "catch.hpp"

using heddle::catalogue::Catalogue;

namespace {

Catalogue small_course(const CourseFolder& folder) {
    folder.add_exercise("10-lost-update");
    folder.add_exercise("04-subclass");
    return Catalogue::open(folder.path()).value();
}

}  // namespace

TEST_CASE("exercises are listed in the order of the course") {
    const CourseFolder folder;
    folder.write("exercises/include/heddle/thread.hpp", "");
    folder.write("exercises/99-notes-of-mine/notes.txt", "");
    CHECK(small_course(folder).names() ==
          std::vector<std::string>{"04-subclass", "10-lost-update"});
}

TEST_CASE("an exercise is found by number, slug, name or folder") {
    const CourseFolder folder;
    const Catalogue course = small_course(folder);
    for (const char* word :
         {"10", "lost-update", "10-lost-update", "exercises/10-lost-update/", "./10-lost-update"})
        CHECK(course.find(word).value().name == "10-lost-update");
    CHECK(course.find("4").value().name == "04-subclass");
}

TEST_CASE("the nearest name is offered for an unknown exercise") {
    const CourseFolder folder;
    const Catalogue course = small_course(folder);
    const auto error = course.find("lost-updte").error();
    CHECK(error.what == "no exercise is called 'lost-updte'");
    CHECK(error.hint == "Did you mean lost-update? `./heddle list` shows them all.");
    CHECK(course.find("philosophers").error().hint == "`./heddle list` shows them all.");
    CHECK_FALSE(course.find(""));
}

TEST_CASE("one broken exercise doesn't hide the others") {
    const CourseFolder folder;
    folder.add_exercise("11-ticket-office", "title = ");
    const Catalogue course = small_course(folder);
    CHECK(course.find("10"));
    CHECK_FALSE(course.find("11"));
    CHECK_FALSE(course.all());
}

TEST_CASE("a folder that is no course is an error with a next step") {
    const TemporaryFolder folder;
    const auto course = Catalogue::open(folder.path());
    REQUIRE_FALSE(course);
    CHECK_FALSE(course.error().hint.empty());
}

TEST_CASE("course.toml is read as strictly as an exercise") {
    const CourseFolder folder;
    folder.write("course.toml", "title = \"Course\"\nsalt = \"s\"\nsald = 1\n");
    const auto course = Catalogue::open(folder.path());
    REQUIRE_FALSE(course);
    CHECK(course.error().what == "unknown key 'sald'");
    CHECK(course.error().hint == "Did you mean 'salt'?");
}
