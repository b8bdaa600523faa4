#include "session/refusals.hpp"

#include "catch.hpp"

using namespace heddle::session;

TEST_CASE("of a case that isn't there the nearest is offered, else all of them, to be pasted") {
    const std::vector<std::string> cases = {"two threads, one hit each", "a $5 fine"};
    CHECK(no_such_case("two threads, one hit", cases).hint ==
          "Did you mean this one?\n\"two threads, one hit each\"");
    CHECK(no_such_case("nonsense", cases).hint ==
          "The cases are:\n\"two threads, one hit each\"\n\"a \\$5 fine\"");
}

TEST_CASE("the way to the compiler's message names the files that were meant") {
    CHECK(does_not_compile("10-lost-update", std::nullopt, "replay").hint ==
          "For the compiler's message: ./heddle check 10-lost-update");
    CHECK(does_not_compile("10-lost-update", "ann's", "replay").hint ==
          "For the compiler's message: ./heddle check 10-lost-update --submission \"ann's\"");
}
