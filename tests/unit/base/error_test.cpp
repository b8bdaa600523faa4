#include "base/error.hpp"

#include <cerrno>

#include "catch.hpp"

using namespace heddle::base;

TEST_CASE("an error reads as place, sentence, next step") {
    CHECK(to_string({"no such file", "a.toml", "Make it."}) == "a.toml: no such file\n  Make it.");
    CHECK(to_string({"no compiler", "", ""}) == "no compiler");
}

TEST_CASE("fail makes an unexpected value") {
    const Expected<int> result = fail({"broken", "here", ""});
    REQUIRE_FALSE(result);
    CHECK(result.error().what == "broken");
}

TEST_CASE("the system's own words are used for its errors") {
    CHECK(system_message(ENOSPC) == "No space left on device");
}
