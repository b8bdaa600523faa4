#include "session/report_store.hpp"

#include <nlohmann/json.hpp>

namespace nlohmann {

// Optionals as null, durations as counts: the two things the library leaves to us.
template <class T>
struct adl_serializer<std::optional<T>> {
    static void to_json(json& j, const std::optional<T>& value) {
        if (value) {
            j = *value;
        } else {
            j = nullptr;
        }
    }
    static void from_json(const json& j, std::optional<T>& value) {
        value = j.is_null() ? std::nullopt : std::optional<T>(j.get<T>());
    }
};

template <class Rep, class Period>
struct adl_serializer<std::chrono::duration<Rep, Period>> {
    using Duration = std::chrono::duration<Rep, Period>;
    static void to_json(json& j, const Duration& value) { j = value.count(); }
    static void from_json(const json& j, Duration& value) { value = Duration(j.get<Rep>()); }
};

}  // namespace nlohmann

namespace heddle::model {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(SourceLine, file, line)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(TraceStep, thread, operation, object, value, result, where, at,
                                   repeats)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Wait, thread, operation, object, holder, in_cycle, where)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Trace, threads, steps, waits, truncated)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ScheduleCounts, hunt, tsan, asan)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Verification, schedules, preemption_bound, fairness)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Finding, outcome, diagnosis, message, question, where, flavour,
                                   schedule, strategy, choices, trace)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(CaseReport, name, visibility, points, max_points, outcome,
                                   finding, schedules, verification, is_unsteady, virtual_time,
                                   passing_trace)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Observation, id, message)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ExerciseReport, exercise, title, graded, reason, hint, score,
                                   max_score, outcome, build, jail, toolchain, seed, cached, cases,
                                   observations, wall_time)

}  // namespace heddle::model

namespace heddle::session {

std::string to_text(const model::ExerciseReport& report) {
    return nlohmann::json(report).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<model::ExerciseReport> report_from(std::string_view text) {
    try {
        return nlohmann::json::parse(text).get<model::ExerciseReport>();
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

}  // namespace heddle::session
