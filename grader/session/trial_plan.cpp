#include "session/trial_plan.hpp"

#include <algorithm>

#include "session/prediction.hpp"
#include "session/sources.hpp"

namespace heddle::session {
namespace {

using model::Flavour;

constexpr int thorough_factor = 10;
constexpr std::uint64_t steps_a_schedule = 400;  // what a case may take, on average

int schedules_of(const catalogue::Budget& budget, Flavour flavour) {
    switch (flavour) {
        case Flavour::hunt: return budget.hunt;
        case Flavour::tsan: return budget.tsan;
        case Flavour::asan: return budget.asan;
    }
    return budget.hunt;
}

explore::Budget budget_of(int schedules) {
    return {schedules, static_cast<std::uint64_t>(schedules) * steps_a_schedule};
}

}  // namespace

TrialPlan::TrialPlan(const GradeRequest& request, const build::Staged& staged)
    : request_(request),
      staged_(staged),
      sources_(read_sources(staged)),
      prediction_(prediction_for_tests(staged)) {}

int TrialPlan::factor() const {
    return request_.budget == Budget::thorough ? thorough_factor : 1;
}

// The same whichever flavours have run.
explore::Budget TrialPlan::share_of(std::span<const CaseState> cases, int weight,
                                    Flavour flavour) const {
    int weights = 0;
    for (const CaseState& state : cases)
        weights += state.info.weight;
    const int all = schedules_of(request_.exercise.budget, flavour) * factor();
    return budget_of(std::max(2, all * weight / weights));
}

TrialRequest TrialPlan::request_for(std::span<const CaseState> cases, std::size_t index,
                                    Flavour flavour, const std::filesystem::path& program) const {
    const CaseState& state = cases[index];
    TrialRequest trial;
    trial.case_index = index;
    trial.info = state.info;
    trial.flavour = flavour;
    trial.binary = program;
    trial.files = staged_.files;
    trial.sources = &sources_;
    trial.seed = request_.seed.of(request_.exercise.name, state.info.name);
    trial.budget = share_of(cases, state.info.weight, flavour);
    if (state.info.schedules == Schedules::all)
        trial.exhaustive = budget_of(exhaustive_schedules * factor());
    trial.repeats = request_.repeats;
    trial.prediction = prediction_;
    trial.known = known_ending(state);
    if (flavour == Flavour::tsan) trial.suggested = state.race;
    return trial;
}

TrialRequest TrialPlan::harder_request_for(std::span<const CaseState> cases, std::size_t index,
                                           Flavour flavour,
                                           const std::filesystem::path& program) const {
    TrialRequest trial = request_for(cases, index, flavour, program);
    trial.budget = budget_of(trial.budget.schedules * thorough_factor);
    return trial;
}

}  // namespace heddle::session
