// What a report shows of a case, once all flavours have run. Each blocks for the schedules it runs;
// an Error is the environment's. `request` is the case's in `hunt`.
#pragma once

#include <string_view>

#include "session/case_state.hpp"
#include "session/workbench.hpp"

namespace heddle::session {

// Where `hunt` saw it fail: the simplest schedule that fails so in place of the one that was found,
// and no usual view any more.
base::Expected<void> simplify_failure(CaseState& state, const TrialRequest& request,
                                      Workbench& bench);

// Why ThreadSanitizer isn't asked.
constexpr std::string_view thread_sanitizer_knows_no_fences =
    "ThreadSanitizer doesn't understand atomic_thread_fence";
model::Observation not_asked(std::string_view why);

// Where ThreadSanitizer can't speak: the race that `hunt` saw, if it saw one, as a failure, in the
// simplest schedule that has it.
base::Expected<void> add_race(CaseState& state, const TrialRequest& request, Workbench& bench);

// Where nothing failed but a race that ThreadSanitizer reports: the simplest schedule in which
// `hunt` saw it as well, for that shows values; if it saw another one, or none, what there was
// before.
base::Expected<void> look_closer_at_race(CaseState& state, const TrialRequest& request,
                                         Workbench& bench);

// A race or a memory error that `hunt` didn't feel is explained by what hunt sees all the same, and
// a failure that needs a sleep to end early by what happens when none does.
base::Expected<void> add_usual_view(CaseState& state, const TrialRequest& request,
                                    Workbench& bench);

// Of a case that passed: its threads taking turns.
base::Expected<void> add_passing_view(CaseState& state, const TrialRequest& request,
                                      Workbench& bench);

}  // namespace heddle::session
