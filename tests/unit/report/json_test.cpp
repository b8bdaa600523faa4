#include "report/json.hpp"

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "report/samples.hpp"

using namespace heddle;
using nlohmann::json;

namespace {

json report_of(const model::ExerciseReport& exercise) {
    return json::parse(report::to_json({exercise}))["reports"][0];
}

}  // namespace

TEST_CASE("what was not graded has a reason and no score") {
    const json report = report_of(samples::not_graded());
    CHECK(report["graded"] == false);
    CHECK(report["reason"].is_string());
    CHECK(report["score"].is_null());
    CHECK(report["outcome"].is_null());
}

TEST_CASE("a case that passed has null where nothing applies") {
    const json passed = report_of(samples::split_rmw())["cases"][0];
    for (const char* key : {"diagnosis", "message", "where", "choices", "trace"}) {
        CHECK(passed[key].is_null());
    }
}

TEST_CASE("a verified case says what was verified") {
    const json cases = report_of(samples::verified())["cases"];
    CHECK(cases[0]["verified"] == true);
    CHECK(cases[0]["verification"] ==
          json({{"schedules", 86}, {"preemption_bound", nullptr}, {"assumes_fairness", false}}));
    CHECK(cases[1]["verification"]["preemption_bound"] == 2);
    const json sampled = report_of(samples::split_rmw())["cases"][0];
    CHECK(sampled["verified"] == false);
    CHECK(sampled["verification"].is_null());
}

TEST_CASE("a failed case carries its place, its choices and its trace") {
    const json failed = report_of(samples::split_rmw())["cases"][1];
    CHECK(failed["outcome"] == "wrong_result");
    CHECK(failed["diagnosis"] == "split-rmw");
    CHECK(failed["where"] == json({{"file", "hit_counter.hpp"}, {"line", 9}}));
    CHECK(failed["choices"] == "1:2a,2:7f");
    CHECK(failed["trace"]["threads"] == json({"main", "Thread-1", "Thread-2"}));
    CHECK(failed["trace"]["steps"][3]["value"] == "0");
}

TEST_CASE("a build error belongs to the exercise, not to a case") {
    const json report = report_of(samples::build_error());
    CHECK(report["build"]["where"]["line"] == 12);
    CHECK(report["cases"].empty());
}
