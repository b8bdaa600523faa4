#include "session/left_out.hpp"

#include "catch.hpp"
#include "session/small_course.hpp"

using namespace heddle;

TEST_CASE("source files that the exercise doesn't know are named, three at most") {
    const SmallCourse course;
    const auto exercise = course.open().catalogue.find("10").value();
    const auto seen = [&] { return session::left_out(exercise, course.submission()); };
    CHECK_FALSE(seen());
    for (const char* file : {"hit_counter.cpp", "port.hpp", "visible_test.cpp", "notes.txt"})
        course.hand_in(file);
    CHECK_FALSE(seen());
    course.hand_in("helper.hpp");
    CHECK(seen().value().message.find("helper.hpp") != std::string::npos);
    for (const char* file : {"a.cpp", "b.cpp", "c.cpp"})
        course.hand_in(file);
    CHECK(seen().value().message.find("helper.hpp") == std::string::npos);
    CHECK(seen().value().message.find("…") != std::string::npos);
}
