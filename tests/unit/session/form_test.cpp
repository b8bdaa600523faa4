#include "session/form.hpp"

#include "catch.hpp"
#include "session/small_course.hpp"

using namespace heddle;

TEST_CASE("a form changes with what a submission must fit, and not with words about it") {
    const SmallCourse course;
    const auto form = [&] {
        return session::form_of(course.open().catalogue.find("10").value()).value();
    };
    const std::string before = form();
    course.write("exercises/10-lost-update/port.hpp", "// The port.\nint  port();  // one\n");
    CHECK(form() == before);
    course.write("exercises/10-lost-update/port.hpp", "long port();\n");
    CHECK(form() != before);
    course.write("exercises/10-lost-update/port.hpp", "int port();\n");
    CHECK(form() == before);
    course.write("exercises/10-lost-update/exercise.toml", exercise_with(R"(["hit_counter.hpp"])"));
    CHECK(form() != before);
}

TEST_CASE("an exercise whose port is missing has no form") {
    const CourseFolder course;
    course.add_exercise("10-lost-update");
    const auto exercise = catalogue::Catalogue::open(course.path()).value().find("10").value();
    CHECK(session::form_of(exercise).error().where.find("port.hpp") != std::string::npos);
}
