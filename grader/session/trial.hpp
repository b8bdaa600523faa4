// One case, or a whole program, in one flavour, from start to evidence: search, and where something
// failed, the close look at it. Runs on a worker thread.
#pragma once

#include <filesystem>
#include <optional>

#include "explore/observation.hpp"
#include "explore/search.hpp"
#include "session/case_tags.hpp"

namespace heddle::session {

struct TrialRequest {
    std::size_t case_index = 0;
    CaseInfo info;
    model::Flavour flavour = model::Flavour::hunt;
    std::filesystem::path binary;
    std::vector<std::string> files;  // the student's
    const explore::Sources* sources = nullptr;
    std::uint64_t seed = 0;
    explore::Budget budget;
    // To try all schedules in `hunt`, with as many others as that leaves to be tried.
    std::optional<explore::Budget> exhaustive = std::nullopt;
    // Which strategy alone, in place of the portfolio; of the exhaustive one, in `hunt`, that
    // alone.
    std::optional<scheduler::StrategyKind> only = std::nullopt;
    int repeats = 1;  // how often a failing schedule is replayed before it counts
    std::optional<std::string> prediction;  // for the case, see prediction.hpp
    // Of somebody's whole program, which has no cases: what its main is given.
    std::optional<std::vector<std::string>> arguments = std::nullopt;
    // How another flavour saw it fail: the same here says nothing new and isn't looked at.
    std::optional<scheduler::Ending> known = std::nullopt;
    // What hunt saw: tried as well where the flavour's own schedules show nothing.
    std::optional<explore::Failure> suggested = std::nullopt;
};

struct Trial {
    std::size_t case_index = 0;
    model::Flavour flavour = model::Flavour::hunt;
    explore::SearchResult search = {};
    std::vector<model::SourceLine> weak_orders = {};  // the student's, in `hunt`
    std::optional<explore::Observation> failed =
        std::nullopt;  // the failing schedule, where it says something
    bool is_unsteady =
        false;  // it failed, and not the same way again: memory is read that nobody wrote
};

class Workbench;  // workbench.hpp

// Blocks. An Error is the environment's.
base::Expected<Trial> run_trial(const TrialRequest& request, Workbench& bench);

// The same with the failure that was found made simple. Blocks: see minimise().
base::Expected<Trial> simplify(const TrialRequest& request, const explore::Failure& found,
                               Workbench& bench);

// Runs that schedule alone. An Error also when its choices don't fit the program.
base::Expected<Trial> follow(const TrialRequest& request, const explore::Replayable& schedule,
                             Workbench& bench);

// Looks at the case's round-robin schedule in `hunt`. With an `access_period` threads take turns at
// plain accesses too, one of so many.
base::Expected<explore::Observation> look_at_usual(const TrialRequest& request, Workbench& bench,
                                                   std::uint32_t access_period = 0);

// Runs the round-robin schedule and keeps its sums alone.
base::Expected<scheduler::Summary> sum_up_usual(const TrialRequest& request, Workbench& bench);

}  // namespace heddle::session
