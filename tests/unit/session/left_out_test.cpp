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

TEST_CASE("a source file is one by any ending that a compiler knows") {
    const SmallCourse course;
    const auto exercise = course.open().catalogue.find("10").value();
    for (const char* file : {"counter.c", "counter.C", "counter.hxx"}) {
        course.hand_in(file);
        const auto seen = session::left_out(exercise, course.submission());
        REQUIRE(seen);
        CHECK(seen->message.find(file) != std::string::npos);
    }
}

TEST_CASE("a file of the exercise that lies in a folder is named, where none is at the top") {
    const SmallCourse course;
    const auto exercise = course.open().catalogue.find("10").value();
    course.hand_in("hit_counter.cpp");
    course.hand_in("old/hit_counter.cpp");
    CHECK_FALSE(session::misplaced(exercise, course.submission()));
    course.hand_in("src/hit_counter.hpp");
    const std::string message = session::misplaced(exercise, course.submission()).value().message;
    CHECK(message.find("in place of src/hit_counter.hpp") != std::string::npos);
}
