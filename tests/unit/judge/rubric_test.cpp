#include "judge/rubric.hpp"

#include <algorithm>
#include <set>

#include "catch.hpp"
#include "judge/rules.hpp"

using namespace heddle::judge;

TEST_CASE("each id of the evidence table has a rubric") {
    for (const Rule& rule : rules()) {
        CAPTURE(rule.id);
        CHECK((rule.id.empty() || rubric_for(rule.id) != nullptr));
    }
}

TEST_CASE("each rubric is of an id in the evidence table, or of what comes before a run") {
    for (const Rubric& rubric : rubrics()) {
        CAPTURE(rubric.id);
        CHECK((rubric.id == "build-error" || std::ranges::count(rules(), rubric.id, &Rule::id)));
    }
}

TEST_CASE("an id has one rubric") {
    std::set<std::string_view> ids;
    for (const Rubric& rubric : rubrics()) {
        CAPTURE(rubric.id);
        CHECK(ids.insert(rubric.id).second);
    }
    CHECK(rubric_for("no-such-id") == nullptr);
}

TEST_CASE("a rubric is one sentence that says what happens, and never wrong or obviously") {
    for (const Rubric& rubric : rubrics()) {
        CAPTURE(rubric.id);
        CHECK(rubric.sentence.ends_with('.'));
        CHECK(std::ranges::count(rubric.sentence, '.') == 1);
        for (const auto* word : {"wrong", "obviously", "simply"}) {
            CHECK(rubric.sentence.find(word) == std::string_view::npos);
        }
    }
}
