#include "judge/words.hpp"

#include "catch.hpp"
#include "judge/schedule.hpp"

using namespace heddle::judge;

namespace {

std::string words_for(const std::string& expression, const std::string& message) {
    return expectation(Schedule(1)
                           .ended(heddle::scheduler::Ending::failed_assertion, expression, message)
                           .observation.summary);
}

}  // namespace

TEST_CASE("a failed comparison reads as a sentence") {
    REQUIRE(words_for("total == 2", "1 == 2") == "total is 1, expected 2");
    REQUIRE(words_for("peak <= limit", "5 <= 3") == "peak is 5, expected at most 3");
    REQUIRE(words_for("order == \"a b\"", "\"b a\" == \"a b\"") ==
            "order is \"b a\", expected \"a b\"");
}

TEST_CASE("a failed condition says what it is") {
    REQUIRE(words_for("is_sorted", "false") == "is_sorted is false");
}

TEST_CASE("a test's own sentence is kept") {
    REQUIRE(words_for("", "two threads, one chair") == "two threads, one chair");
}

TEST_CASE("what isn't the student's is called by what it is") {
    Schedule schedule(1);
    REQUIRE(location(schedule.seen, line(7)) == "code.cpp:7");
    REQUIRE(location(schedule.seen, {}) == "the test");
    schedule.seen.outside = "a library";
    REQUIRE(location(schedule.seen, {}) == "a library");
}

TEST_CASE("a schedule without an end names the bound that it has reached") {
    heddle::scheduler::Summary summary;
    summary.events = 70'000;
    REQUIRE(bound_reached(summary) == "60,000 steps");
    summary.events = summary.command.max_events + 1;
    REQUIRE(bound_reached(summary) == "2,000,000 steps and memory accesses");
}

TEST_CASE("an exception from the student's code is told apart") {
    REQUIRE(words_for("{Unknown expression after the reported line}", "\nno such file") ==
            "an exception came out of the call: no such file");
}
