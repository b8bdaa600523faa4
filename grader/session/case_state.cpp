#include "session/case_state.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>

namespace heddle::session {
namespace {

using model::Flavour;

constexpr std::size_t most_places = 3;  // named in one sentence

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
        if (trial.search.race) state.race = trial.search.race;
        state.verification = trial.search.verification;
        state.has_fences |= trial.search.has_fences;
    }
    state.is_unsteady |= trial.is_unsteady;
    state.is_inconclusive |= trial.search.is_inconclusive;
    std::ranges::copy(trial.weak_orders, std::back_inserter(state.weak_orders));
    if (!trial.failed) return;
    state.evidence.failures.push_back({*trial.search.failure, std::move(*trial.failed)});
}

std::optional<model::Observation> weak_orders_of(std::span<const CaseState> cases) {
    std::set<std::pair<std::string, int>> places;
    for (const CaseState& state : cases) {
        for (const model::SourceLine& line : state.weak_orders)
            places.emplace(line.file, line.line);
    }
    if (places.empty()) return std::nullopt;
    std::vector<std::string> shown;
    for (const auto& [file, line] : places)
        shown.push_back(fmt::format("{}:{}", file, line));
    if (shown.size() > most_places) {
        shown.resize(most_places);
        shown.emplace_back("and elsewhere");
    }
    return model::Observation{
        "weak-order",
        fmt::format("Orders weaker than seq_cst in {} were not checked.", fmt::join(shown, ", "))};
}

std::optional<model::Observation> left_unchecked(const CaseState& state) {
    if (!state.is_inconclusive) return std::nullopt;
    return model::Observation{
        "not-checked", "\"" + state.info.name +
                           "\" waits in a loop that AddressSanitizer's build can't leave; memory "
                           "errors were not looked for there"};
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
        if (!state.is_unsteady) report.verification = state.verification;
        report.passing_trace = state.passing_trace;
        return report;
    }
    report.finding = judge::judge(state.evidence, sources);
    report.outcome = report.finding->outcome;
    return report;
}

bool failed_as_usual(const judge::Failed& failed) {
    return failed.observation.flavour == Flavour::hunt &&
           failed.failure.ending != scheduler::Ending::data_race &&
           failed.observation.summary.early_expiries == 0;
}

std::optional<scheduler::Ending> known_ending(const CaseState& state) {
    const auto& failures = state.evidence.failures;
    if (failures.empty() || !failed_as_usual(failures.front())) return std::nullopt;
    return failures.front().failure.ending;
}

}  // namespace heddle::session
