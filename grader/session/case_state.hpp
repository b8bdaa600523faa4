// What is known of one case while its exercise is graded: filled trial by trial, and in the end
// turned into the case's part of the report. Belongs to one thread.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "explore/search.hpp"
#include "judge/judge.hpp"
#include "session/trial.hpp"

namespace heddle::session {

// Everything about one case that its trials have shown so far.
struct CaseState {
    CaseInfo info;
    judge::CaseEvidence evidence;
    model::ScheduleCounts schedules;
    std::optional<model::Verification> verification;
    std::chrono::milliseconds virtual_time{0};
    std::vector<model::SourceLine> weak_orders;
    bool is_inconclusive = false;          // some of a sanitizer, which hunt judges alone
    bool is_unsteady = false;              // a failing schedule did not repeat
    std::optional<explore::Failure> race;  // that hunt saw, on its way
    bool has_fences = false;               // which ThreadSanitizer doesn't understand
    std::optional<model::Trace> passing_trace;
};

// The virtual time of the schedule that it tells of.
std::chrono::milliseconds milliseconds_of(const explore::SearchResult& found);

void take(CaseState& state, Trial trial);

// What is to be told of the cases' orders weaker than seq_cst; nothing where there are none.
std::optional<model::Observation> weak_orders_of(std::span<const CaseState> cases);

// What is to be told where memory errors could not be looked for; nothing where they could.
std::optional<model::Observation> left_unchecked(const CaseState& state);

// Whether its trial in this flavour has been taken.
bool has_run(const CaseState& state, model::Flavour flavour);

// The case's verdict; points are given whole or not at all.
model::CaseReport report_of(const CaseState& state, const explore::Sources& sources);

// Whether this failed in hunt without ending any sleep before its time.
bool failed_as_usual(const judge::Failed& failed);

// How hunt saw the case fail, where no sleep had to end early for it.
std::optional<scheduler::Ending> known_ending(const CaseState& state);

}  // namespace heddle::session
