// JUnit XML as a reader sees it. tests/schema holds the golden file against junit.xsd.
#include "report/junit.hpp"

#include <pugixml.hpp>
#include <set>

#include "catch.hpp"
#include "report/samples.hpp"

using namespace heddle;

namespace {

// The document, read back.
class Read {
  public:
    explicit Read(const std::vector<model::ExerciseReport>& reports) {
        REQUIRE(document_.load_string(report::to_junit(reports).c_str()));
    }
    pugi::xml_node suites() const { return document_.child("testsuites"); }
    pugi::xml_node test(const std::string& name) const {
        return suites()
            .child("testsuite")
            .find_child_by_attribute("testcase", "name", name.c_str());
    }

  private:
    pugi::xml_document document_;
};

std::string attribute(pugi::xml_node node, const char* name) {
    return node.attribute(name).as_string("(none)");
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an exercise is a suite and a case a test") {
    const Read read({samples::split_rmw(), samples::deadlock()});
    CHECK(attribute(read.suites(), "tests") == "6");
    CHECK(attribute(read.suites(), "failures") == "3");
    CHECK(attribute(read.suites(), "time") == "1.826");
    const pugi::xml_node suite = read.suites().child("testsuite");
    CHECK(attribute(suite, "name") == "10-lost-update");
    CHECK(attribute(suite, "tests") == "4");
    CHECK(attribute(suite, "time") == "0.913");
    const pugi::xml_node passed = read.test("one thread, ten hits");
    CHECK(attribute(passed, "classname") == "10-lost-update");
    CHECK(attribute(passed, "time") == "(none)");  // not known for a case
    CHECK_FALSE(passed.first_child());
}

TEST_CASE("a failure says in its body what the terminal says") {
    const pugi::xml_node test = Read({samples::split_rmw()}).test("two threads, one hit each");
    CHECK(attribute(test, "file") == "exercises/10-lost-update/hit_counter.hpp");
    const pugi::xml_node failure = test.child("failure");
    CHECK(attribute(failure, "type") == "split-rmw");
    CHECK(attribute(failure, "message") == "total() is 1, expected 2");
    const std::string body = failure.text().get();
    CHECK(body.starts_with("split-rmw at hit_counter.hpp:9\n"));
    CHECK(holds(body, "\n     Thread-1                    Thread-2\n"));
    CHECK(holds(body, "\nEach step is atomic; the pair is not. What may happen between them?\n"));
    CHECK_FALSE(holds(body, "\x1b"));
}

TEST_CASE("a case of which all schedules were tried says so, and no other") {
    const Read read({samples::partly_verified()});
    const pugi::xml_node verified = read.test("two counters, two threads");
    CHECK(std::string(verified.child("system-out").text().get()) ==
          "Verified: all 86 fair schedules.\n");
    CHECK_FALSE(read.test("four threads, a hundred hits each").first_child());
}

TEST_CASE("what was not graded is an error, and never a failure") {
    const Read read({samples::not_graded()});
    CHECK(attribute(read.suites(), "errors") == "1");
    CHECK(attribute(read.suites(), "failures") == "0");
    const pugi::xml_node test = read.suites().child("testsuite").child("testcase");
    CHECK_FALSE(test.child("failure"));
    CHECK(attribute(test.child("error"), "type") == "not-graded");
    CHECK(holds(attribute(test.child("error"), "message"), "AddressSanitizer can't start"));
    CHECK(holds(test.child("error").text().get(), "ulimit -v unlimited"));
}

TEST_CASE("a build error is one failure") {
    const Read read({samples::build_error()});
    CHECK(attribute(read.suites(), "tests") == "1");
    CHECK(attribute(read.suites(), "failures") == "1");
    const pugi::xml_node failure = read.suites().child("testsuite").first_child().first_child();
    CHECK(attribute(failure, "type") == "build-error");
    CHECK(attribute(failure, "message") ==
          "std::thread arguments must be invocable after conversion to rvalues");
    CHECK(holds(failure.text().get(), "std::thread worker(count, hits);"));
}

TEST_CASE("tests are named once in their class") {
    model::ExerciseReport report = samples::success();
    for (model::CaseReport& one : report.cases)
        one.name = "a\x01";  // which XML forbids
    std::set<std::string> names;
    const Read read({report});
    for (const pugi::xml_node test : read.suites().child("testsuite"))
        names.insert(attribute(test, "name"));
    CHECK(names.size() == report.cases.size());
    CHECK(names.contains("a\uFFFD"));
    CHECK(names.contains("a\uFFFD (2)"));
}

TEST_CASE("a failure without a finding has its outcome's words") {
    model::ExerciseReport report = samples::split_rmw();
    report.cases[1].finding.reset();
    const pugi::xml_node failure =
        Read({report}).test("two threads, one hit each").child("failure");
    CHECK(attribute(failure, "type") == "wrong_result");
    CHECK(attribute(failure, "message") == "unexpected result");
}

TEST_CASE("markup in a student's text is text") {
    model::ExerciseReport report = samples::split_rmw();
    report.cases[1].finding->message = "</failure><testcase name=\"x\"/>]]>&amp;";
    const Read read({report});
    CHECK(attribute(read.test("two threads, one hit each").child("failure"), "message") ==
          report.cases[1].finding->message);
    CHECK_FALSE(read.test("x"));
}
