#include "session/trial.hpp"

#include "base/assert.hpp"
#include "explore/minimise.hpp"
#include "session/workbench.hpp"

namespace heddle::session {
namespace {

using base::Expected;
using explore::Observation;

constexpr std::uint32_t in_turns = 1;  // the portfolio's second schedule

Expected<Observation> look(explore::Program& program, const TrialRequest& request,
                           Workbench& bench, const explore::Replayable& schedule) {
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

}  // namespace

Expected<Trial> run_trial(const TrialRequest& request, Workbench& bench) {
    const auto ready = bench.program_of(request);
    if (!ready) return base::fail(ready.error());
    explore::Program& program = **ready;
    auto found = explore::search(program, request.flavour, request.info.clock, request.seed,
                                 request.budget);
    if (!found) return base::fail(found.error());

    if (found->failure && request.is_minimised) {
        auto simplest = explore::minimise(program, *found->failure);
        if (!simplest) return base::fail(simplest.error());
        found->failure = std::move(*simplest);
    }

    Trial trial{request.case_index, request.flavour, *found, std::nullopt, false};
    if (!found->failure || found->failure->ending == request.known) return trial;
    const auto is_same = explore::repeats_exactly(program, *found->failure, request.repeats);
    if (!is_same) return base::fail(is_same.error());
    auto seen = look(program, request, bench, found->failure->replay);
    if (!seen) return base::fail(seen.error());
    trial.is_unsteady = !*is_same || seen->summary.ending != found->failure->ending;
    if (!trial.is_unsteady) trial.failed = std::move(*seen);
    return trial;
}

Expected<Observation> look_at_usual(const TrialRequest& request, Workbench& bench) {
    HEDDLE_ASSERT(request.flavour == model::Flavour::hunt);
    const auto program = bench.program_of(request);
    if (!program) return base::fail(program.error());
    return look(**program, request, bench, in_turns_schedule(request));
}

}  // namespace heddle::session
