// Looks for a failing schedule of one case in one flavour: the portfolio in
// order, until something fails or the budget is used up.
#pragma once

#include <functional>
#include <optional>

#include "base/error.hpp"
#include "explore/choices.hpp"
#include "explore/feedback.hpp"
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
    std::optional<Failure> failure;
    std::optional<Failure> race;   // the first that `hunt` saw; no schedule ends with one by itself
    bool has_fences = false;       // a schedule of `hunt` used atomic_thread_fence
    bool has_timers = false;       // somebody slept, or waited with a deadline
    bool is_inconclusive = false;  // a schedule could not be brought to its end in this flavour
    std::optional<model::Verification> verification;  // of an exhaustive search, see exhaustive.hpp
    std::vector<scheduler::WeakOrder> weak_orders;    // each place once; of `hunt`
};

// A search in parts: the portfolio, or one strategy of it, from where the last part ended. Belongs
// to one thread.
class Sampler {
  public:
    Sampler(Program& program, model::Flavour flavour, Clock clock, std::uint64_t seed);
    Sampler(scheduler::StrategyKind only, Program& program, model::Flavour flavour,
            std::uint64_t seed);

    // Goes on until so much has been used in all, or something fails. The result is that of this
    // part, its schedules numbered from 1. Blocks. Errors are the environment's, never the
    // student's.
    base::Expected<SearchResult> go_on(const Budget& in_all);

  private:
    using CommandOf =
        std::function<std::optional<scheduler::Command>(std::uint32_t index, std::uint32_t length)>;

    base::Expected<const scheduler::Record*> run(scheduler::Command command);
    bool is_for_hunt_to_judge(scheduler::Ending ending) const;
    bool may_pass_over(scheduler::Ending ending);

    Program& program_;
    model::Flavour flavour_;
    CommandOf command_of_;  // by the schedule's number and the first one's steps
    Feedbacks feedbacks_;
    int schedules_ = 0;        // run so far
    int spent_on_limits_ = 0;  // by schedules without an end
    std::uint64_t steps_ = 0;
    std::uint32_t first_steps_ = 0;  // of the first schedule, once it has run
};

// What two searches of the same case found, one after the other; the first one without a failure.
SearchResult joined(SearchResult first, SearchResult second);

// The whole portfolio in one part. Blocks until done.
base::Expected<SearchResult> search(Program& program, model::Flavour flavour, Clock clock,
                                    std::uint64_t seed, const Budget& budget);

// Runs a schedule of another flavour as far as it fits this one; nothing where it doesn't fail so.
base::Expected<std::optional<Failure>> try_schedule(Program& program, model::Flavour flavour,
                                                    const Failure& of_another);

// What the record of the schedule with this number, from 1 on, holds as a failure.
Failure failure_in(const scheduler::Record& record, model::Flavour flavour, int schedule,
                   std::string strategy);

// The same of the race that it holds; its replay asks where the earlier access was, and ends so.
Failure race_in(const scheduler::Record& record, int schedule, std::string strategy);

// Adds what the next schedule's record says, whether or not it failed. One that comes to the same
// as another, in an exhaustive search, isn't counted.
void keep(SearchResult& result, const scheduler::Record& record);

// Ends the search with the schedule that was kept last.
void fail(SearchResult& result, const scheduler::Record& record, model::Flavour flavour);

// Replays the failing schedule `repeats` times; true when each time it went the same way, step by
// step.
base::Expected<bool> repeats_exactly(Program& program, const Failure& failure, int repeats);

}  // namespace heddle::explore
