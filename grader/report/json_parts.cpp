#include "report/json_parts.hpp"

namespace heddle::report {
namespace {

template <class T>
Json value_or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json step_json(const model::TraceStep& step) {
    return {
        {"thread", step.thread},
        {"operation", step.operation},
        {"object", text_or_null(step.object)},
        {"value", value_or_null(step.value)},
        {"result", value_or_null(step.result)},
        {"where", where_or_null(step.where)},
        {"at_ns", step.at.count()},
        {"repeats", step.repeats},
    };
}

Json wait_json(const model::Wait& wait) {
    return {
        {"thread", wait.thread},
        {"operation", wait.operation},
        {"object", text_or_null(wait.object)},
        {"holder", value_or_null(wait.holder)},
        {"in_cycle", wait.in_cycle},
        {"where", where_or_null(wait.where)},
    };
}

}  // namespace

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json where_or_null(const std::optional<model::SourceLine>& where) {
    if (!where) return nullptr;
    return {{"file", where->file}, {"line", where->line}};
}

Json schedules_json(const model::ScheduleCounts& schedules) {
    return {{"hunt", schedules.hunt}, {"tsan", schedules.tsan}, {"asan", schedules.asan}};
}

Json verification_or_null(const std::optional<model::Verification>& verification) {
    if (!verification) return nullptr;
    return {{"schedules", verification->schedules},
            {"preemption_bound", value_or_null(verification->preemption_bound)},
            {"assumes_fairness", verification->fairness == model::Fairness::assumed}};
}

Json observations_json(const std::vector<model::Observation>& observations) {
    Json array = Json::array();
    for (const model::Observation& seen : observations)
        array.push_back({{"id", seen.id}, {"message", seen.message}});
    return array;
}

Json trace_json(const model::Trace& trace) {
    Json steps = Json::array();
    for (const model::TraceStep& step : trace.steps)
        steps.push_back(step_json(step));
    Json waits = Json::array();
    for (const model::Wait& wait : trace.waits)
        waits.push_back(wait_json(wait));
    return {
        {"threads", trace.threads},
        {"steps", std::move(steps)},
        {"waits", std::move(waits)},
        {"truncated", trace.truncated},
    };
}

std::string dump(const Json& document) {
    std::string text = document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    for (std::size_t at = text.find("##"); at != std::string::npos; at = text.find("##", at))
        text.replace(at + 1, 1, "\\u0023");
    return text;
}

}  // namespace heddle::report
