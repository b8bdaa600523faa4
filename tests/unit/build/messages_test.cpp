#include "build/messages.hpp"

#include "build/diagnosis.hpp"
#include "catch.hpp"

using namespace heddle;
using build::compiler_errors;
using build::Diagnostic;
using build::seen_from;

namespace {

const std::vector<std::string> files = {"counter.hpp", "counter.cpp"};

// As gcc prints an error in a header of its own that a line of the student's leads to.
const std::string gcc_template =
    "In file included from /usr/include/c++/12/thread:43,\n"
    "                 from counter.cpp:2:\n"
    "/usr/include/c++/12/bits/std_thread.h: In instantiation of 'std::thread::thread(…)':\n"
    "counter.cpp:9:24:   required from here\n"
    "/usr/include/c++/12/bits/std_thread.h:129:72: error: static assertion failed: no\n"
    "/usr/include/c++/12/bits/std_thread.h:129:72: note: 'false' evaluates to false\n";

// As clang does.
const std::string clang_template =
    "In file included from counter.cpp:2:\n"
    "/usr/include/c++/12/bits/std_thread.h:129:2: error: static_assert failed \"no\"\n"
    "        static_assert( …\n"
    "./counter.cpp:9:17: note: in instantiation of function template specialization\n"
    "1 error generated.\n";

process::Completed failed_tool(std::string errors) {
    return {.status = {process::Ending::exited, 1}, .errors = std::move(errors)};
}

build::Failure explain(const process::Completed& tool) {
    build::Staged staged;
    staged.files = files;
    return build::explain_failure(tool, staged);
}

std::string environment_error(const std::string& printed) {
    const auto failure = explain(failed_tool(printed));
    REQUIRE(std::holds_alternative<base::Error>(failure));
    return std::get<base::Error>(failure).what;
}

}  // namespace

TEST_CASE("an error in a header is found in a folder whose name holds blanks") {
    const auto errors = compiler_errors(
        "/my course/heddle/thread.hpp:16:5: error: no copy\n"
        "counter.cpp:9:24: error: no type\n");
    REQUIRE(errors.size() == 2);
    CHECK(errors[0].place.file == "/my course/heddle/thread.hpp");
    CHECK(errors[0].place.line == 16);
}

TEST_CASE("each error is found with file, line, column and message, warnings are not") {
    const auto errors = compiler_errors(
        "counter.cpp: In function 'int f()':\n"
        "counter.cpp:3:5: warning: unused\n"
        "./counter.cpp:4:12: error: 'x' was not declared in this scope\n"
        "    4 |     return x;\n"
        "counter.hpp:7: fatal error: nothing.hpp: No such file or directory\n");
    REQUIRE(errors.size() == 2);
    CHECK(errors[0].place ==
          Diagnostic{"counter.cpp", 4, 12, "'x' was not declared in this scope"});
    CHECK(errors[1].place ==
          Diagnostic{"counter.hpp", 7, 0, "nothing.hpp: No such file or directory"});
}

TEST_CASE("an error in a standard header is seen from the student's line that led to it") {
    for (const std::string& printed : {gcc_template, clang_template}) {
        const auto errors = compiler_errors(printed);
        REQUIRE(errors.size() == 1);
        const Diagnostic seen = seen_from(errors[0], files);
        CHECK(seen.file == "counter.cpp");
        CHECK(seen.line == 9);
    }
}

TEST_CASE("an error in a header that needs another include is seen from the student's include") {
    const auto errors = compiler_errors(
        "In file included from counter.cpp:2:\nbank.hpp:3:1: error: 'Seats' does not name a "
        "type\n");
    CHECK(seen_from(errors.at(0), files).line == 2);
}

TEST_CASE("an error that no line of the student's leads to is seen from nowhere") {
    const auto errors = compiler_errors("port.cpp:3:5: error: bad\n");
    CHECK(seen_from(errors.at(0), files).file == "");
}

TEST_CASE("a hostile message is just text") {
    CHECK(compiler_errors("counter.cpp:99999999999999999999:1: error: x\n").empty());
    CHECK(compiler_errors(std::string(100'000, ':')).empty());
    CHECK(compiler_errors("\xFF\xFE error: \0").empty());
}

TEST_CASE("what no student's code can be blamed for is not graded") {
    CHECK(environment_error("c++: internal compiler error: Segmentation fault") ==
          "the compiler itself crashed");
    CHECK(environment_error("/tmp/x.o: No space left on device") == "the disk is full");
    CHECK(environment_error("cc1plus: out of memory allocating 65536 bytes") ==
          "the compiler ran out of memory");
    CHECK(environment_error("virtual memory exhausted: Cannot allocate memory") ==
          "the compiler ran out of memory");
    CHECK(environment_error("c++: fatal error: cannot execute 'cc1plus'") ==
          "a part of the compiler is missing");
    CHECK(environment_error("a message nobody foresaw").starts_with("the compiler failed:"));
}

TEST_CASE("a compiler that is killed or never ends is not graded") {
    for (const auto ending : {process::Ending::signalled, process::Ending::deadline_passed}) {
        const auto failure = explain({.status = {ending, 9}});
        CHECK(std::holds_alternative<base::Error>(failure));
    }
}

TEST_CASE("a compilation without end is the student's") {
    const auto failure = explain(failed_tool(
        "c++: fatal error: CPU time limit exceeded signal terminated program cc1plus\n"));
    REQUIRE(std::holds_alternative<build::BuildError>(failure));
    CHECK(std::get<build::BuildError>(failure).first.message == "compiling takes too long");
}

TEST_CASE("the linker's words for a missing function are understood") {
    const auto failure = explain(failed_tool(
        "/usr/bin/ld: j.o: in function `f': ./counter.cpp:4: undefined reference to `helper()'\n"));
    const auto* error = std::get_if<build::BuildError>(&failure);
    REQUIRE(error != nullptr);
    CHECK(error->first ==
          Diagnostic{"counter.cpp", 4, 0, "helper() is declared, but defined nowhere"});
}
