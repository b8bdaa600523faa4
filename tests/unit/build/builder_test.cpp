#include "build/builder.hpp"

#include <fmt/format.h>

#include <chrono>
#include <iostream>

#include "build/course.hpp"
#include "build/symbols.hpp"

using namespace heddle;
using build::BuildError;
using model::Flavour;
using model::Mode;

namespace {

const std::string sound_code = "int answer() { return 42; }\n";

}  // namespace

TEST_CASE("a sound submission compiles in both modes") {
    TinyExercise tiny = with_code(sound_code);
    for (const Mode mode : {Mode::thread, Mode::address}) {
        const auto joined = required(tiny.builder().compile(mode));
        CHECK(build::defines(joined, "_ZN6heddle4port6answerEv").value());
    }
}

TEST_CASE("only the port's symbols are visible after joining") {
    TinyExercise tiny = with_code(sound_code + "int pthread_create() { return 0; }\n");
    const auto joined = required(tiny.builder().compile(Mode::thread));
    CHECK_FALSE(build::defines(joined, "_Z6answerv").value());
    CHECK_FALSE(build::defines(joined, "_Z14pthread_createv").value());
}

TEST_CASE("the solution of exercise 10 links in every flavour") {
    const auto course = catalogue::Catalogue::open(HEDDLE_COURSE_FOLDER).value();
    const auto exercise = course.find("10").value();
    const auto plan = build::read_plan(HEDDLE_BUILD_FOLDER).value();
    const TemporaryFolder folder;
    const auto staged = build::stage(exercise, exercise.folder, {}, folder.path()).value();
    const auto runner = process::make_runner();
    build::Builder builder(plan, staged, *runner);

    for (const Flavour flavour : {Flavour::hunt, Flavour::tsan, Flavour::asan}) {
        const auto joined = required(builder.compile(mode_of(flavour)));
        CHECK(std::filesystem::exists(required(builder.link(flavour, joined))));
    }
}

TEST_CASE("an error is reported with its place in the student's file") {
    const BuildError error = with_code("int answer() { return unknown; }\n").build_error();
    CHECK(error.first.file == "student.cpp");
    CHECK(error.first.line == 2);
    CHECK(error.first.column == 23);
    CHECK(error.first.message.find("'unknown' was not declared") != std::string::npos);
}

TEST_CASE("an error deep in a standard header leads to the student's line") {
    const BuildError error =
        with_code(
            "void f(int&) {}\n"
            "int answer() { int x = 0; std::thread t(f, x); t.join(); return x; }\n")
            .build_error();
    CHECK(error.first.file == "student.cpp");
    CHECK(error.first.line == 3);
    CHECK(error.explanation.find("std::ref(variable)") != std::string::npos);
}

TEST_CASE("a declaration that the tests can't use is shown where they use it") {
    const BuildError error =
        with_code("int answer(int x) { return x; }\n", "#pragma once\nint answer(int);\n")
            .build_error();
    CHECK(error.first.file == "student.hpp");
    CHECK(error.first.line == 2);
}

TEST_CASE("a function that is declared but defined nowhere is named") {
    TinyExercise tiny = with_code("int helper();\nint answer() { return helper(); }\n");
    const auto joined = required(tiny.builder().compile(Mode::thread));
    const BuildError error = build_error_in(tiny.builder().link(Flavour::hunt, joined));
    CHECK(error.first.file == "student.cpp");
    CHECK(error.first.line == 3);
    CHECK(error.first.message == "helper() is declared, but defined nowhere");
}

TEST_CASE("a function defined in a header is named with the way out") {
    const BuildError error =
        with_code("", "#pragma once\nint answer() { return 42; }\n").build_error();
    CHECK(error.first.message == "answer() is defined twice");
    CHECK(error.explanation.find("`inline`") != std::string::npos);
}

TEST_CASE("main is refused with a reason") {
    const BuildError error = with_code(sound_code + "int main() {}\n").build_error();
    CHECK(error.first.file == "student.cpp");
    CHECK(error.first.message == "main is defined here");
}

TEST_CASE("further errors are listed after the first, five in all") {
    std::string code;
    for (int i = 0; i < 9; ++i)
        code += fmt::format("int f{}() {{ return unknown; }}\n", i);
    const BuildError error = with_code(code).build_error();
    CHECK(error.first.line == 2);
    REQUIRE(error.others.size() == 4);
    CHECK(error.others.front().line == 3);
}

TEST_CASE("a compiler that isn't there is not the student's fault") {
    TinyExercise tiny = with_code(sound_code);
    tiny.plan().compiler.path = "/no/such/compiler";
    const auto result = tiny.builder().compile(Mode::thread);
    REQUIRE_FALSE(result);
    CHECK(std::holds_alternative<base::Error>(result.error()));
}
