#include "session/trial.hpp"

#include "base/assert.hpp"
#include "explore/exhaustive.hpp"
#include "explore/minimise.hpp"
#include "explore/small_case.hpp"
#include "session/given_choices.hpp"
#include "session/workbench.hpp"

namespace heddle::session {
namespace {

using base::Expected;
using explore::Observation;
using explore::SearchResult;

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

Expected<SearchResult> search_in_hunt(explore::Program& program, const TrialRequest& request) {
    if (request.only) return explore::search_all(program, request.seed, *request.exhaustive);
    return explore::search_small(program, request.info.clock, request.seed, request.budget,
                                 *request.exhaustive);
}

Expected<SearchResult> search(explore::Program& program, const TrialRequest& request) {
    const bool is_hunt = request.flavour == model::Flavour::hunt;
    if (is_hunt && request.exhaustive) return search_in_hunt(program, request);
    if (request.only && !request.exhaustive)
        return explore::Sampler(*request.only, program, request.flavour, request.seed)
            .go_on(request.budget);
    return explore::search(program, request.flavour, request.info.clock, request.seed,
                           request.budget);
}

// Where the student asks for them: a semaphore's own don't concern anybody.
Expected<std::vector<model::SourceLine>> places_of_weak_orders(const SearchResult& found,
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

Expected<Trial> follow(const TrialRequest& request, const explore::Replayable& schedule,
                       Workbench& bench) {
    const auto program = bench.program_of(request);
    if (!program) return base::fail(program.error());
    const auto run = (*program)->run(schedule.command, schedule.choices);
    if (!run) return base::fail(run.error());
    const scheduler::Record& record = **run;
    if (record.ending == scheduler::Ending::replay_mismatch) return base::fail(of_other_code());
    Trial trial{request.case_index, schedule.flavour};
    trial.search.schedules = 1;
    trial.search.virtual_time = record.time;
    if (record.ending == scheduler::Ending::completed) return trial;
    trial.search.failure = {0, "replay", record.ending, record.fingerprint, schedule};
    auto seen = look(**program, request, bench, schedule);
    if (!seen) return base::fail(seen.error());
    trial.failed = std::move(*seen);
    return trial;
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
