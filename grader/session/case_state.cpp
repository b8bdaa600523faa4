#include "session/case_state.hpp"

#include <algorithm>

namespace heddle::session {
namespace {

using model::Flavour;

constexpr std::uint64_t steps_a_schedule = 400;  // what a case may take, on average

int& count_of(model::ScheduleCounts& counts, Flavour flavour) {
    switch (flavour) {
        case Flavour::hunt: return counts.hunt;
        case Flavour::tsan: return counts.tsan;
        case Flavour::asan: return counts.asan;
    }
    return counts.hunt;
}

}  // namespace

std::chrono::milliseconds milliseconds_of(const explore::SearchResult& found) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::nanoseconds(found.virtual_time));
}

void take(CaseState& state, Trial trial) {
    count_of(state.schedules, trial.flavour) = trial.search.schedules;
    if (trial.flavour == Flavour::hunt) {
        state.virtual_time = milliseconds_of(trial.search);
    }
    state.is_unsteady |= trial.is_unsteady;
    state.is_inconclusive |= trial.search.is_inconclusive;
    if (!trial.failed) return;
    state.evidence.failures.push_back({*trial.search.failure, std::move(*trial.failed)});
}

bool has_run(const CaseState& state, Flavour flavour) {
    model::ScheduleCounts counts = state.schedules;
    return count_of(counts, flavour) > 0;
}

model::CaseReport report_of(const CaseState& state, const explore::Sources& sources) {
    model::CaseReport report;
    report.name = state.info.name;
    report.visibility = state.info.visibility;
    report.max_points = state.info.points;
    report.schedules = state.schedules;
    report.virtual_time = state.virtual_time;
    report.is_unsteady = state.is_unsteady;
    if (state.evidence.failures.empty()) {
        report.points = state.info.points;
        report.passing_trace = state.passing_trace;
        return report;
    }
    report.finding = judge::judge(state.evidence, sources);
    report.outcome = report.finding->outcome;
    return report;
}

bool failed_as_usual(const judge::Failed& failed) {
    return failed.observation.flavour == Flavour::hunt &&
           failed.observation.summary.early_expiries == 0;
}

std::optional<scheduler::Ending> known_ending(const CaseState& state) {
    const auto& failures = state.evidence.failures;
    if (failures.empty() || !failed_as_usual(failures.front())) return std::nullopt;
    return failures.front().failure.ending;
}

explore::Budget share_of(int all, int weight, int all_weights) {
    const int schedules = std::max(2, all * weight / all_weights);
    return {schedules, static_cast<std::uint64_t>(schedules) * steps_a_schedule};
}

}  // namespace heddle::session
