#include "session/views.hpp"

#include <set>

namespace heddle::session {

using base::Expected;

namespace {

using Lines = std::set<std::pair<std::string, int>>;

// The student's lines that a race is in, whichever access came first.
Lines lines_of(const explore::Observation& seen) {
    Lines lines;
    for (const auto& place : {seen.where, seen.other_where})
        if (place) lines.emplace(place->line.file, place->line.line);
    return lines;
}

}  // namespace

Expected<void> simplify_failure(CaseState& state, const TrialRequest& request, Workbench& bench) {
    auto& failures = state.evidence.failures;
    if (failures.empty() || failures.front().observation.flavour != model::Flavour::hunt) return {};
    if (failures.front().failure.ending == scheduler::Ending::data_race) return {};
    auto trial = simplify(request, failures.front().failure, bench);
    if (!trial) return base::fail(trial.error());
    if (!trial->failed) return {};
    state.virtual_time = milliseconds_of(trial->search);
    failures.front() = {*trial->search.failure, std::move(*trial->failed)};
    state.evidence.usual.reset();  // the failure may be a usual one now
    return {};
}

model::Observation not_asked(std::string_view why) {
    return {"no-thread-sanitizer",
            std::string(why) + "; data races are those that the scheduler itself saw"};
}

Expected<void> add_race(CaseState& state, const TrialRequest& request, Workbench& bench) {
    if (!state.race) return {};
    auto trial = simplify(request, *state.race, bench);
    if (!trial) return base::fail(trial.error());
    state.is_unsteady |= trial->is_unsteady;
    if (trial->failed)
        state.evidence.failures.push_back({*trial->search.failure, std::move(*trial->failed)});
    return {};
}

Expected<void> look_closer_at_race(CaseState& state, const TrialRequest& request,
                                   Workbench& bench) {
    auto& failures = state.evidence.failures;
    if (failures.size() > 1 || !state.race) return {};
    auto trial = simplify(request, *state.race, bench);
    if (!trial) return base::fail(trial.error());
    if (trial->failed && lines_of(*trial->failed) == lines_of(failures.front().observation))
        failures.front() = {*trial->search.failure, std::move(*trial->failed)};
    return {};
}

Expected<void> add_usual_view(CaseState& state, const TrialRequest& request, Workbench& bench) {
    const auto& failures = state.evidence.failures;
    if (failures.empty() || failed_as_usual(failures.front())) return {};
    auto usual = look_at_usual(request, bench);
    if (!usual) return base::fail(usual.error());
    state.evidence.usual = std::move(*usual);
    return {};
}

Expected<void> add_passing_view(CaseState& state, const TrialRequest& request, Workbench& bench) {
    const auto usual = look_at_usual(request, bench);
    if (!usual) return base::fail(usual.error());
    state.passing_trace = explore::trace_of(*usual, explore::Accesses::hidden);
    return {};
}

}  // namespace heddle::session
