#include "gate/inspect.hpp"

#include <fmt/format.h>

#include <cstdlib>

#include "base/file.hpp"
#include "catch.hpp"
#include "temporary_folder.hpp"

using namespace heddle;
using gate::Hooks;

namespace {

// What the gate says of the code, "" when it lets it in. Instrumented, as a student's is.
std::string refused(const std::string& code, Hooks hooks = Hooks::refused,
                    const std::string& sanitizers = "thread") {
    const TemporaryFolder folder;
    const auto source = folder.path() / "code.cpp";
    const auto object = folder.path() / "code.o";
    REQUIRE(base::write_file(source, code));
    const auto command = fmt::format("{} -w -std=c++20 -fsanitize={} -c {} -o {}", HEDDLE_COMPILER,
                                     sanitizers, source.string(), object.string());
    REQUIRE(std::system(command.c_str()) == 0);
    const auto found = gate::inspect(object, hooks);
    REQUIRE(found);
    return *found ? (*found)->what : "";
}

}  // namespace

TEST_CASE("ordinary code is let in, objects that are made before main too") {
    const std::string log = "struct Log { Log(); ~Log(); } log;\nint answer() { return 42; }\n";
    CHECK(refused(log).empty());
    CHECK(refused(log, Hooks::refused, "address,undefined").empty());
    CHECK(refused("namespace heddle { void sleep(long); }\nvoid f() { heddle::sleep(1); }\n")
              .empty());
}

TEST_CASE("names of the grader and of its test framework are refused") {
    CHECK(refused("namespace heddle::runtime { void conclude(); }\n"
                  "void f() { heddle::runtime::conclude(); }\n") ==
          "heddle::runtime::conclude() is used here, and belongs to the grader.");
    CHECK_FALSE(refused("namespace Catch { struct TestFailureException {}; }\n"
                        "void f() { throw Catch::TestFailureException(); }\n")
                    .empty());
}

TEST_CASE("what tells a sanitizer to look away is refused, weak references too") {
    CHECK_FALSE(
        refused("extern \"C\" [[gnu::weak]] void AnnotateIgnoreReadsBegin(const char*, int);\n"
                "void f() { AnnotateIgnoreReadsBegin(\"\", 1); }\n")
            .empty());
    CHECK_FALSE(
        refused("extern \"C\" void __lsan_disable();\nvoid f() { __lsan_disable(); }\n").empty());
}

TEST_CASE("a section that runs before all constructors is refused") {
    CHECK_FALSE(refused("asm(\".section .init; nop; .previous\");\n").empty());
    CHECK_FALSE(refused("void mine() {}\n[[gnu::section(\"heddle_real\"), gnu::used]] "
                        "void (*early)() = mine;\n")
                    .empty());
}

TEST_CASE("a port may call hooks, a student's file may not") {
    const std::string code =
        "extern \"C\" void heddle_hook_daemon();\nvoid f() { heddle_hook_daemon(); }\n";
    CHECK_FALSE(refused(code).empty());
    CHECK(refused(code, Hooks::allowed).empty());
}

TEST_CASE("functions that would run before the tests' own are refused") {
    CHECK_FALSE(refused("[[gnu::constructor(101)]] void f() {}\n").empty());
    CHECK_FALSE(refused("[[gnu::constructor(99)]] void f() {}\n").empty());
    CHECK_FALSE(
        refused("[[gnu::constructor(101)]] void f() {}\n", Hooks::refused, "address").empty());
    CHECK(refused("[[gnu::constructor]] void f() {}\n").empty());
    CHECK_FALSE(refused("extern \"C\" { void g() {} void (*choose())() { return g; }\n"
                        "[[gnu::ifunc(\"choose\")]] void f(); }\n")
                    .empty());
}

TEST_CASE("what can't be read is not the student's fault") {
    CHECK_FALSE(gate::inspect("/nowhere/code.o", Hooks::refused));
}
