// Each mistake is really compiled, so that a compiler which words it otherwise is noticed.
#include "build/plain_words.hpp"

#include "build/course.hpp"

using heddle::build::BuildError;

namespace {

struct Mistake {
    std::string code;
    std::string words;  // part of the explanation
};

const std::string rest = "int answer() { return 1; }\n";

const Mistake mistakes[] = {
    {"void f(int&);\nvoid g() { int x = 0; std::thread t(f, x); }\n", "std::ref(variable)"},
    {"void f(int&);\nvoid g() { int x = 0; heddle::Thread t(f, x); }\n", "std::ref(variable)"},
    {"void f(heddle::Sink&);\nvoid g(heddle::Sink& s) { heddle::Thread t(f, s); }\n", "outlive"},
    {"void g(heddle::Sink& s) { heddle::Thread t([s] { s.put(1); }); }\n", "copies are const"},
    {"void f(int);\nvoid g() { heddle::Thread t(f(1)); }\n", "Thread(function, argument)"},
    {"void f(int);\nvoid g() { auto t = heddle::make_thread(f(1)); }\n",
     "Thread(function, argument)"},
    {"void f();\nheddle::Thread g() { heddle::Thread t(f); return t; }\n",
     "neither copied nor moved"},
    {"void f();\nstd::vector<heddle::Thread> v;\nvoid g() { v.emplace_back(f); }\n",
     "neither copied nor moved"},
    {"void f();\nstd::unique_ptr<heddle::Thread> g() { heddle::Thread t(f); return &t; }\n",
     "make the object and its owner"},
    {"void f(std::vector<std::unique_ptr<int>>& v) { auto p = std::make_unique<int>(1); "
     "v.push_back(p); }\n",
     "one owner"},
    {"struct S { void f(); void g() { std::thread t(f); } };\n", "&Class::function"},
    {"void f(int);\nvoid f(long);\nvoid g() { std::thread t(f, 1); }\n", "Several functions"},
    {"std::mutex a;\nstd::mutex b = a;\n", "A mutex can't be copied"},
    {"struct S { std::mutex m; };\nS a;\nS b = a;\n", "A mutex can't be copied"},
    {"void f() { std::mutex m; auto g = [m] {}; g(); }\n", "A mutex can't be copied"},
    {"std::atomic<int> a;\nstd::atomic<int> b = a;\n", "take its value with load()"},
    {"std::thread a;\nstd::thread b = a;\n", "only moved"},
    {"std::vector<std::thread> v;\nvoid f() { for (auto t : v) t.join(); }\n", "only moved"},
    {"std::vector<std::thread> v;\nvoid f() { std::thread t; v.push_back(t); }\n", "only moved"},
    {"std::mutex m;\nstd::lock_guard<std::mutex> f() { std::lock_guard<std::mutex> g(m); auto h = "
     "g; "
     "return h; }\n",
     "A lock can't be copied"},
    {"struct S { std::mutex m; void f() const { std::lock_guard g(m); } };\n", "`mutable`"},
    {"struct S { std::mutex m; void f() const { std::lock_guard<std::mutex> g(m); } };\n",
     "`mutable`"},
    {"struct S { std::mutex m; void f() const { m.lock(); } };\n", "`mutable`"},
    {"struct S { int n; void f() const { ++n; } };\n", "promises not to change"},
    {"std::mutex m;\nstd::condition_variable c;\nvoid f() { std::lock_guard g(m); c.wait(g); }\n",
     "std::unique_lock"},
    {"struct T : heddle::Thread { void run() const override {} };\n",
     "compare the two declarations"},
    {"#include \"my_helper.hpp\"\n", "Only the files that the task names"},
};

}  // namespace

TEST_CASE("a common mistake with threads is explained in plain words") {
    for (const Mistake& mistake : mistakes) {
        INFO(mistake.code);
        const BuildError error = with_code(mistake.code + rest).build_error();
        INFO(error.first.message);
        CHECK(error.first.file == "student.cpp");
        CHECK(error.first.line >= 2);
        CHECK(error.explanation.find(mistake.words) != std::string::npos);
    }
}

TEST_CASE("an error that says enough has no explanation") {
    CHECK(heddle::build::in_plain_words("expected ';' before 'return'").empty());
}
