// Looks for a failing schedule of one case in one flavour: the portfolio in
// order, until something fails or the budget is used up.
#pragma once

#include <optional>

#include "base/error.hpp"
#include "explore/choices.hpp"
#include "explore/portfolio.hpp"
#include "explore/program.hpp"
#include "model/report.hpp"

namespace heddle::explore {

struct Budget {
    int schedules = 0;
    std::uint64_t steps = 0;  // of all schedules together
};

struct Failure {
    int schedule = 0;  // 1-based
    std::string strategy;
    scheduler::Ending ending = scheduler::Ending::none;
    std::uint64_t fingerprint = 0;  // of its steps
    Replayable replay;
};

struct SearchResult {
    int schedules = 0;               // how many were run, the failing one among them
    scheduler::Time virtual_time{};  // of the failing schedule, else of the first
    std::uint32_t first_steps = 0;   // steps of the first schedule
    std::optional<Failure> failure;
    std::optional<Failure> race;   // the first that `hunt` saw; no schedule ends with one by itself
    bool has_fences = false;       // a schedule of `hunt` used atomic_thread_fence
    bool is_inconclusive = false;  // a schedule could not be brought to its end in this flavour
    std::optional<model::Verification> verification;  // of an exhaustive search, see exhaustive.hpp
    std::vector<scheduler::WeakOrder> weak_orders;    // each place once; of `hunt`
};

// Blocks until done. Errors are the environment's, never the student's.
base::Expected<SearchResult> search(Program& program, model::Flavour flavour, Clock clock,
                                    std::uint64_t seed, const Budget& budget);

// Runs a schedule of another flavour as far as it fits this one; nothing where it doesn't fail so.
base::Expected<std::optional<Failure>> try_schedule(Program& program, model::Flavour flavour,
                                                    const Failure& of_another);

// The same by one strategy in place of the portfolio.
base::Expected<SearchResult> search_by(scheduler::StrategyKind only, Program& program,
                                       model::Flavour flavour, std::uint64_t seed,
                                       const Budget& budget);

// What the record of the schedule with this number, from 1 on, holds as a failure.
Failure failure_in(const scheduler::Record& record, model::Flavour flavour, int schedule,
                   std::string strategy);

// The same of the race that it holds; its replay asks where the earlier access was, and ends so.
Failure race_in(const scheduler::Record& record, int schedule, std::string strategy);

// Keeps the race that the schedule's record holds, the last one of `result`, if it is the first and
// no sleep ended early for it.
void keep_race(SearchResult& result, const scheduler::Record& record);

// Adds to `kept` those that the record has and that aren't there.
void keep_weak_orders(std::vector<scheduler::WeakOrder>& kept, const scheduler::Record& record);

// Replays the failing schedule `repeats` times; true when each time it went the same way, step by
// step.
base::Expected<bool> repeats_exactly(Program& program, const Failure& failure, int repeats);

}  // namespace heddle::explore
