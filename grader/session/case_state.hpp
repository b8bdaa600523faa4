// What is known of one case while its exercise is graded: filled trial by trial, and in the end
// turned into the case's part of the report. Belongs to one thread.
#pragma once

#include <chrono>
#include <optional>

#include "explore/search.hpp"
#include "judge/judge.hpp"
#include "session/trial.hpp"

namespace heddle::session {

// Everything about one case that its trials have shown so far.
struct CaseState {
    CaseInfo info;
    judge::CaseEvidence evidence;
    model::ScheduleCounts schedules;
    std::chrono::milliseconds virtual_time{0};
    bool is_inconclusive = false;  // in `asan`
    bool is_unsteady = false;      // a failing schedule did not repeat
    std::optional<model::Trace> passing_trace;
};

// The virtual time of the schedule that it tells of.
std::chrono::milliseconds milliseconds_of(const explore::SearchResult& found);

void take(CaseState& state, Trial trial);

// Whether its trial in this flavour has been taken.
bool has_run(const CaseState& state, model::Flavour flavour);

// The case's verdict; points are given whole or not at all.
model::CaseReport report_of(const CaseState& state, const explore::Sources& sources);

// Whether hunt saw this failure without ending any sleep before its time.
bool failed_as_usual(const judge::Failed& failed);

// How hunt saw the case fail, where no sleep had to end early for it.
std::optional<scheduler::Ending> known_ending(const CaseState& state);

// Schedules that a case of this weight gets of `all`, and the steps they may take together. The
// same whichever cases are wanted.
explore::Budget share_of(int all, int weight, int all_weights);

}  // namespace heddle::session
