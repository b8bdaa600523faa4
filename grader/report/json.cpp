#include "report/json.hpp"

#include "report/json_parts.hpp"

namespace heddle::report {
namespace {

// The failing schedule, else the one kept for a figure.
Json trace_or_null(const model::CaseReport& one) {
    const std::optional<model::Trace>& trace = one.finding ? one.finding->trace : one.passing_trace;
    return trace ? trace_json(*trace) : Json(nullptr);
}

Json case_json(const model::CaseReport& one) {
    const model::Finding finding = one.finding.value_or(model::Finding{});
    return {
        {"name", one.name},
        {"visibility", name(one.visibility)},
        {"points", one.points},
        {"max_points", one.max_points},
        {"outcome", name(one.outcome)},
        {"diagnosis", text_or_null(finding.diagnosis)},
        {"message", text_or_null(finding.message)},
        {"where", where_or_null(finding.where)},
        {"schedules", schedules_json(one.schedules)},
        {"verified", one.verification.has_value()},
        {"verification", verification_or_null(one.verification)},
        {"virtual_ms", one.virtual_time.count()},
        {"choices", text_or_null(finding.choices)},
        {"trace", trace_or_null(one)},
    };
}

// A build error or a forbidden construct belongs to no case.
Json build_or_null(const std::optional<model::Finding>& build) {
    if (!build) return nullptr;
    return {
        {"diagnosis", text_or_null(build->diagnosis)},
        {"message", build->message},
        {"where", where_or_null(build->where)},
    };
}

template <class Items, class Write>
Json array_of(const Items& items, Write write) {
    Json array = Json::array();
    for (const auto& item : items)
        array.push_back(write(item));
    return array;
}

// What is not graded has neither score nor outcome, so that nobody can take it for a zero.
Json exercise_json(const model::ExerciseReport& report) {
    return {
        {"exercise", report.exercise},
        {"graded", report.graded},
        {"reason", report.graded ? Json(nullptr) : Json(report.reason)},
        {"hint", report.graded ? Json(nullptr) : text_or_null(report.hint)},
        {"score", report.graded ? Json(report.score) : Json(nullptr)},
        {"max_score", report.max_score},
        {"outcome", report.graded ? Json(name(report.outcome)) : Json(nullptr)},
        {"jail", report.jail},
        {"toolchain", text_or_null(report.toolchain)},
        {"seed", text_or_null(report.seed)},
        {"cached", report.cached},
        {"build", build_or_null(report.build)},
        {"cases", array_of(report.cases, case_json)},
        {"observations", observations_json(report.observations)},
        {"time", {{"wall_ms", report.wall_time.count()}}},
    };
}

}  // namespace

std::string to_json(const std::vector<model::ExerciseReport>& reports) {
    return dump({{"schema", "heddle.report/1"}, {"reports", array_of(reports, exercise_json)}});
}

}  // namespace heddle::report
