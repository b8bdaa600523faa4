#include "judge/source_text.hpp"

#include "catch.hpp"
#include "judge/schedule.hpp"

using namespace heddle::judge;

namespace {

FunctionText function_of(std::vector<std::string> lines, int at) {
    const auto function = function_around(code(std::move(lines)), {"code.cpp", at});
    REQUIRE(function.has_value());
    return *function;
}

bool guards_nothing(const std::string& statement) {
    return has_idle_guard(function_of({"void hit() {", statement, "}"}, 2));
}

}  // namespace

TEST_CASE("comments and literals are not code") {
    const auto text = code({"int a; // volatile", "/* two", "lines */ int b;", "f(\"{\\\"\");"});
    REQUIRE(code_at(text, {"code.cpp", 1}) == "int a; ");
    REQUIRE(code_at(text, {"code.cpp", 2}).find("two") == std::string::npos);
    REQUIRE(code_at(text, {"code.cpp", 3}).find("int b;") != std::string::npos);
    REQUIRE(code_at(text, {"code.cpp", 4}).find('{') == std::string::npos);
    REQUIRE(code_at(text, {"code.cpp", 9}).empty());
}

TEST_CASE("the innermost function or lambda around a line is found") {
    const std::vector<std::string> lines = {"class C {",    "  void hit() {",
                                            "    if (x) {", "      run([&] {",
                                            "        ++x;", "      });",
                                            "      --x;",   "    }",
                                            "  }",          "};"};
    REQUIRE(function_of(lines, 5).first_line == 4);
    REQUIRE(function_of(lines, 7).first_line == 2);
    REQUIRE_FALSE(function_around(code(lines), {"code.cpp", 10}).has_value());
    REQUIRE(function_of({"void f() {", "  run([&, x = a[0]] {", "    ++x;", "  });", "}"}, 3)
                .first_line == 2);
}

TEST_CASE("guards without a name, or never locked, guard nothing") {
    REQUIRE(guards_nothing("std::lock_guard<std::mutex>{m};"));
    REQUIRE(guards_nothing("std::unique_lock<std::mutex>(m);"));
    REQUIRE(guards_nothing("scoped_lock(m);"));
    REQUIRE(guards_nothing("std::unique_lock<std::mutex> lock(m, std::defer_lock);"));
    REQUIRE_FALSE(guards_nothing("std::lock_guard<std::mutex> lock(m);"));
    REQUIRE_FALSE(guards_nothing("auto lock = std::unique_lock<std::mutex>(m);"));
    REQUIRE_FALSE(guards_nothing("return std::unique_lock<std::mutex>(m);"));
    REQUIRE_FALSE(
        guards_nothing("std::unique_lock<std::mutex> lock(m, std::defer_lock); lock.lock();"));
}

TEST_CASE("a function that returns a reference is told from one that takes one") {
    REQUIRE(returns_a_reference(function_of({"const long& total() const {", "}"}, 1)));
    REQUIRE(returns_a_reference(function_of({"auto total() -> long* {", "}"}, 1)));
    REQUIRE_FALSE(returns_a_reference(function_of({"long total(const long& x) {", "}"}, 1)));
}

TEST_CASE("a constructor, inside or outside of its class") {
    REQUIRE(is_constructor(function_of({"Ticker::Ticker(int n) : n_(n) {", "}"}, 1)));
    REQUIRE(is_constructor(
        function_of({"class T {", "public:", "  explicit T(int n) {", "  }", "};"}, 4)));
    REQUIRE_FALSE(is_constructor(function_of({"void Ticker::run() {", "}"}, 1)));
}

TEST_CASE("the variable of a loop") {
    REQUIRE(loop_variable("for (int i = 0; i < n; ++i) {") == "i");
    REQUIRE(loop_variable("for (const auto& job : jobs)") == "job");
    REQUIRE(loop_variable("while (i < n)").empty());
}

TEST_CASE("the name of an object within an expression") {
    REQUIRE(last_name("pool.mutexes[i % 2]") == "mutexes");
    REQUIRE(last_name("this->m") == "m");
    REQUIRE(last_name("m") == "m");
    REQUIRE(last_name("from.m #2") == "m");
}

TEST_CASE("a mutex of the function or the thread is made anew, a lasting one is not") {
    const std::vector<std::string> lines = {"thread_local std::mutex a;",
                                            "std::mutex b;",
                                            "void f() {",
                                            "  std::mutex c;",
                                            "  static std::mutex d;",
                                            "}"};
    const auto text = code(lines);
    const auto function = function_around(text, {"code.cpp", 4});
    REQUIRE(is_made_anew(text, function, "a"));
    REQUIRE_FALSE(is_made_anew(text, function, "b"));
    REQUIRE(is_made_anew(text, function, "c"));
    REQUIRE_FALSE(is_made_anew(text, function, "d"));
}
