#include "report/picture.hpp"

#include <algorithm>

#include "catch.hpp"

using namespace heddle;
using report::condense;
using report::Picture;

namespace {

const model::SourceLine line{"a.cpp", 3};

model::TraceStep step(model::ThreadIndex thread, std::string operation, std::string object,
                      std::optional<model::SourceLine> where = {}) {
    model::TraceStep made;
    made.thread = thread;
    made.operation = std::move(operation);
    made.object = std::move(object);
    made.where = std::move(where);
    return made;
}

// main starts and joins; two threads meet at x, and each minds its own business in between.
model::Trace trace(int private_steps) {
    model::Trace made;
    made.threads = {"main", "Thread-1", "Thread-2"};
    made.steps = {step(0, "create", "Thread-1"), step(1, "load", "x", line)};
    for (int i = 0; i < private_steps; ++i)
        made.steps.push_back(step(2, "lock", "mine"));
    made.steps.push_back(step(2, "store", "x", line));
    made.steps.push_back(step(0, "join", "Thread-1"));
    return made;
}

std::vector<std::size_t> shown(const Picture& picture) {
    std::vector<std::size_t> steps;
    for (const report::PictureRow& row : picture.rows) {
        if (row.step) steps.push_back(*row.step);
    }
    return steps;
}

}  // namespace

TEST_CASE("the threads at the finding's object have a lane, main has none") {
    const Picture picture = condense(trace(2), line);
    CHECK(picture.lanes == std::vector<model::ThreadIndex>{1, 2});
    CHECK(shown(picture) == std::vector<std::size_t>{1, 2, 3, 4});
}

TEST_CASE("when there is no room, what didn't meet the object is left out and counted") {
    const Picture picture = condense(trace(40), line);
    REQUIRE(picture.rows.size() == 3);
    CHECK(picture.rows[1].left_out == 40);
    CHECK(shown(picture) == std::vector<std::size_t>{1, 42});
}

TEST_CASE("a single step between two is shown, since leaving it out takes as much room") {
    model::Trace made = trace(1);
    for (int i = 0; i < 20; ++i)
        made.steps.push_back(step(1, "lock", "mine"));
    made.steps.push_back(step(1, "store", "x", line));
    const Picture picture = condense(made, line);
    CHECK(shown(picture) == std::vector<std::size_t>{1, 2, 3, 25});
    CHECK(picture.rows[3].left_out == 20);
}

TEST_CASE("a long story loses its middle, never its end") {
    model::Trace made = trace(0);
    for (int i = 0; i < 100; ++i)
        made.steps.push_back(step(1, "load", "x", line));
    const Picture picture = condense(made, line, {14});
    CHECK(picture.rows.size() == 14);
    CHECK(picture.rows[4].left_out == 102 - 13);
    CHECK(picture.rows.back().step == made.steps.size() - 1);
}

TEST_CASE("where there is no room for them, the margin's times stand for the sleeps") {
    model::Trace made;
    made.threads = {"main"};
    for (int i = 0; i < 3; ++i) {
        made.steps.push_back(step(0, "put", "numbers"));
        made.steps.push_back(step(0, "sleep", ""));
    }
    CHECK(shown(condense(made, std::nullopt, {6})).size() == 6);
    const Picture picture = condense(made, std::nullopt, {5});
    CHECK(shown(picture) == std::vector<std::size_t>{0, 2, 4});
    CHECK(picture.rows.size() == 3);  // and nothing is said to be left out

    made.threads.emplace_back("who sleeps");
    made.steps.insert(made.steps.begin() + 1, step(1, "sleep", ""));
    CHECK(shown(condense(made, std::nullopt, {5})) == std::vector<std::size_t>{0, 1, 3, 5});
}

TEST_CASE("without a place to look at every step counts") {
    CHECK(shown(condense(trace(1), std::nullopt)).size() == 5);
    CHECK(shown(condense(trace(1), model::SourceLine{"b.cpp", 1})).size() == 5);
}

TEST_CASE("a circle of waits chooses the objects") {
    model::Trace made = trace(0);
    made.steps.push_back(step(1, "lock", "a"));
    made.steps.push_back(step(0, "lock", "b"));
    made.waits = {{0, "lock", "a", 1, true, {}},
                  {1, "lock", "b", 0, true, {}},
                  {2, "join", "Thread-1", 1, false, {}}};
    CHECK(condense(made, std::nullopt).lanes == std::vector<model::ThreadIndex>{0, 1});
    CHECK(report::circle_first(made).back()->thread == 2);
}

TEST_CASE("an empty trace makes an empty picture") {
    CHECK(condense({}, line).rows.empty());
    CHECK(report::whole({}).rows.empty());
}

TEST_CASE("what is only slow is folded near its end, a failure near its beginning") {
    const auto folded_at = [](model::Outcome outcome) {
        model::Finding finding;
        finding.outcome = outcome;
        finding.trace = trace(40);
        const Picture picture = report::picture_of(finding);
        const auto fold = std::ranges::find_if(
            picture.rows, [](const report::PictureRow& row) { return !row.step; });
        return fold - picture.rows.begin();
    };
    CHECK(folded_at(model::Outcome::wrong_result) == 4);
    CHECK(folded_at(model::Outcome::too_slow) == 9);
}
