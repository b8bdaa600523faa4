#include "session/trial.hpp"

#include "base/assert.hpp"
#include "explore/exhaustive.hpp"
#include "explore/minimise.hpp"
#include "session/workbench.hpp"

namespace heddle::session {
namespace {

using base::Expected;
using explore::Observation;

constexpr std::uint32_t in_turns = 1;  // the portfolio's second schedule

Expected<Observation> look(explore::Program& program, const TrialRequest& request, Workbench& bench,
                           const explore::Replayable& schedule) {
    const auto symbols = bench.symbols_of(request);
    if (!symbols) return base::fail(symbols.error());
    return explore::observe(program, **symbols, *request.sources, schedule);
}

explore::Replayable in_turns_schedule(const TrialRequest& request) {
    explore::Replayable schedule;
    schedule.flavour = model::Flavour::hunt;
    schedule.command =
        explore::command_for(model::Flavour::hunt, request.info.clock, request.seed, in_turns, 0);
    return schedule;
}

// Replays the failure until it counts, and looks at it.
Expected<Trial> confirm(explore::Program& program, const TrialRequest& request, Workbench& bench,
                        Trial trial) {
    const explore::Failure& failure = *trial.search.failure;
    const auto is_same = explore::repeats_exactly(program, failure, request.repeats);
    if (!is_same) return base::fail(is_same.error());
    auto seen = look(program, request, bench, failure.replay);
    if (!seen) return base::fail(seen.error());
    trial.is_unsteady = !*is_same || seen->summary.ending != failure.ending;
    if (trial.is_unsteady) return trial;
    trial.search.virtual_time = seen->summary.time;
    trial.failed = std::move(*seen);
    return trial;
}

Expected<explore::SearchResult> sample(explore::Program& program, const TrialRequest& request) {
    if (request.only && request.only != scheduler::StrategyKind::exhaustive) {
        return explore::search_by(*request.only, program, request.flavour, request.seed,
                                  request.budget);
    }
    return explore::search(program, request.flavour, request.info.clock, request.seed,
                           request.budget);
}

// What was found before, and then all schedules.
Expected<explore::SearchResult> exhaust(explore::Program& program, const TrialRequest& request,
                                        const explore::SearchResult& before) {
    auto all = explore::search_all(program, request.seed, *request.exhaustive);
    if (!all) return all;
    for (auto* const found : {&all->failure, &all->race})
        if (*found) (*found)->schedule += before.schedules;
    if (!all->failure && before.schedules > 0) all->virtual_time = before.virtual_time;
    all->schedules += before.schedules;
    all->has_fences |= before.has_fences;
    if (before.race) {
        all->race = before.race;
        all->verification.reset();
    }
    all->weak_orders.insert(all->weak_orders.end(), before.weak_orders.begin(),
                            before.weak_orders.end());
    return all;
}

Expected<explore::SearchResult> search(explore::Program& program, const TrialRequest& request) {
    if (!request.exhaustive || request.flavour != model::Flavour::hunt)
        return sample(program, request);
    if (request.only) return exhaust(program, request, {});
    auto sampled = sample(program, request);
    if (!sampled || sampled->failure) return sampled;
    return exhaust(program, request, *sampled);
}

// Where the student asks for them: a semaphore's own don't concern anybody.
Expected<std::vector<model::SourceLine>> places_of_weak_orders(const explore::SearchResult& found,
                                                               const TrialRequest& request,
                                                               Workbench& bench) {
    std::vector<model::SourceLine> places;
    if (found.weak_orders.empty()) return places;
    const auto symbols = bench.symbols_of(request);
    if (!symbols) return base::fail(symbols.error());
    for (const scheduler::WeakOrder& weak : found.weak_orders) {
        if (const auto place = (*symbols)->atomic_call_of(weak.stack))
            places.push_back(place->line);
    }
    return places;
}

}  // namespace

Expected<Trial> run_trial(const TrialRequest& request, Workbench& bench) {
    const auto program = bench.program_of(request);
    if (!program) return base::fail(program.error());
    auto found = search(**program, request);
    if (!found) return base::fail(found.error());
    auto weak_orders = places_of_weak_orders(*found, request, bench);
    if (!weak_orders) return base::fail(weak_orders.error());
    Trial trial{request.case_index, request.flavour, std::move(*found), std::move(*weak_orders)};
    auto& failure = trial.search.failure;
    if (!failure && request.suggested) {
        auto tried = explore::try_schedule(**program, request.flavour, *request.suggested);
        if (!tried) return base::fail(tried.error());
        failure = std::move(*tried);
    }
    if (!failure || failure->ending == request.known) return trial;
    return confirm(**program, request, bench, std::move(trial));
}

Expected<Trial> simplify(const TrialRequest& request, const explore::Failure& found,
                         Workbench& bench) {
    const auto program = bench.program_of(request);
    if (!program) return base::fail(program.error());
    auto simplest = explore::minimise(**program, found);
    if (!simplest) return base::fail(simplest.error());
    Trial trial{request.case_index, request.flavour};
    trial.search.failure = std::move(*simplest);
    return confirm(**program, request, bench, std::move(trial));
}

Expected<Observation> look_at_usual(const TrialRequest& request, Workbench& bench,
                                    std::uint32_t access_period) {
    HEDDLE_ASSERT(request.flavour == model::Flavour::hunt);
    const auto program = bench.program_of(request);
    if (!program) return base::fail(program.error());
    explore::Replayable schedule = in_turns_schedule(request);
    schedule.command.memory_period = access_period;
    return look(**program, request, bench, schedule);
}

Expected<scheduler::Summary> sum_up_usual(const TrialRequest& request, Workbench& bench) {
    const auto program = bench.program_of(request);
    if (!program) return base::fail(program.error());
    const auto run = (*program)->run(in_turns_schedule(request).command);
    if (!run) return base::fail(run.error());
    return static_cast<const scheduler::Summary&>(**run);
}

}  // namespace heddle::session
