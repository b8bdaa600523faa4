#include "explore/search.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "base/assert.hpp"

namespace heddle::explore {
using base::Expected;
using scheduler::Command;
using scheduler::Ending;
using scheduler::Record;
using scheduler::WeakOrder;

namespace {

// The first race that a schedule shows, where no sleep ended early for it: that is what is to be
// told then, and others see it fail.
void keep_race(SearchResult& result, const Record& record) {
    if (result.race || !has_race(record) || record.early_expiries > 0) return;
    result.race = race_in(record, result.schedules, std::string(describe(record.command)));
}

// Each place once.
void keep_weak_orders(std::vector<WeakOrder>& kept, std::span<const WeakOrder> more) {
    for (const WeakOrder& weak : more) {
        if (std::ranges::find(kept, weak.place, &WeakOrder::place) == kept.end())
            kept.push_back(weak);
    }
}

}  // namespace

Sampler::Sampler(Program& program, model::Flavour flavour, Clock clock, std::uint64_t seed)
    : program_(program),
      flavour_(flavour),
      command_of_([=](std::uint32_t index, std::uint32_t length) {
          return std::optional(command_for(flavour, clock, seed, index, length));
      }),
      feedbacks_(seed) {}

Sampler::Sampler(scheduler::StrategyKind only, Program& program, model::Flavour flavour,
                 std::uint64_t seed)
    : program_(program),
      flavour_(flavour),
      command_of_([=](std::uint32_t index, std::uint32_t length) {
          return command_by(only, flavour, seed, index, length);
      }),
      feedbacks_(seed) {}

// What a thread waits for without ever giving way: an atomic in `asan`, plain memory in both
// sanitizers, where `hunt` makes it a scheduling point. And only `hunt` refuses memory, which a
// program may cope with. A test's case must do with less, or it could keep the sanitizers from
// looking.
bool Sampler::is_for_hunt_to_judge(Ending ending) const {
    const bool is_whole_program = flavour_ != model::Flavour::hunt && !program_.runs_cases();
    if (ending == Ending::memory_limit) return is_whole_program;
    return ending == Ending::cpu_limit && (is_whole_program || flavour_ == model::Flavour::asan);
}

// A program may run for ever in one schedule and fail in the next. How many are passed over depends
// on what they cost: a second each where nothing but time is used up. Of a test's case the first is
// its verdict.
bool Sampler::may_pass_over(Ending ending) {
    constexpr int patience = 30;
    const bool is_limit = ending == Ending::step_limit || ending == Ending::cpu_limit;
    if (!is_limit || program_.runs_cases()) return false;
    spent_on_limits_ += ending == Ending::cpu_limit ? 10 : 1;
    return spent_on_limits_ <= patience;
}

Expected<const Record*> Sampler::run(Command command) {
    Feedback* const feedback = feedbacks_.of(command);
    if (feedback != nullptr) feedback->ask(command);
    const auto run = program_.run(command);
    if (!run) return run;
    if (feedback != nullptr) feedback->learn(**run);
    if (schedules_ == 0) first_steps_ = (*run)->steps;
    ++schedules_;
    steps_ += (*run)->steps;
    return run;
}

Expected<SearchResult> Sampler::go_on(const Budget& in_all) {
    SearchResult result;
    std::optional<Failure> without_end;
    while (schedules_ < in_all.schedules && steps_ < in_all.steps) {
        const auto command = command_of_(static_cast<std::uint32_t>(schedules_), first_steps_);
        if (!command) break;
        const auto run = this->run(*command);
        if (!run) return base::fail(run.error());
        const Record& record = **run;
        keep(result, record);
        if (record.ending == Ending::completed) continue;
        if (is_for_hunt_to_judge(record.ending)) {
            result.is_inconclusive = true;
            break;
        }
        fail(result, record, flavour_);
        if (!may_pass_over(record.ending)) break;
        if (!without_end) without_end = result.failure;
        result.failure.reset();
    }
    if (!result.failure) result.failure = without_end;
    return result;
}

SearchResult joined(SearchResult first, SearchResult second) {
    HEDDLE_ASSERT(!first.failure);
    for (auto* const found : {&second.failure, &second.race})
        if (*found) (*found)->schedule += first.schedules;
    if (!second.failure && first.schedules > 0) second.virtual_time = first.virtual_time;
    second.schedules += first.schedules;
    if (first.race) second.race = std::move(first.race);
    second.has_fences |= first.has_fences;
    second.has_timers |= first.has_timers;
    second.is_inconclusive |= first.is_inconclusive;
    keep_weak_orders(first.weak_orders, second.weak_orders);
    second.weak_orders = std::move(first.weak_orders);
    if (!second.verification) second.verification = first.verification;
    if (second.race || second.failure) second.verification.reset();
    return second;
}

Expected<SearchResult> search(Program& program, model::Flavour flavour, Clock clock,
                              std::uint64_t seed, const Budget& budget) {
    return Sampler(program, flavour, clock, seed).go_on(budget);
}

Failure failure_in(const Record& record, model::Flavour flavour, int schedule,
                   std::string strategy) {
    return {schedule, std::move(strategy), record.ending, record.fingerprint,
            replayable(flavour, record)};
}

Failure race_in(const Record& record, int schedule, std::string strategy) {
    Failure race = failure_in(record, model::Flavour::hunt, schedule, std::move(strategy));
    race.ending = Ending::data_race;
    race.replay.command.earlier_access = record.earlier_access;
    return race;
}

void keep(SearchResult& result, const Record& record) {
    result.has_fences |= record.has_fences;
    result.has_timers |= record.has_timers;
    keep_weak_orders(result.weak_orders,
                     std::span(record.weak_orders).first(record.weak_order_count));
    if (record.ending == Ending::redundant) return;
    if (result.schedules++ == 0) result.virtual_time = record.time;
    keep_race(result, record);
}

void fail(SearchResult& result, const Record& record, model::Flavour flavour) {
    result.virtual_time = record.time;
    result.failure =
        failure_in(record, flavour, result.schedules, std::string(describe(record.command)));
}

Expected<std::optional<Failure>> try_schedule(Program& program, model::Flavour flavour,
                                              const Failure& of_another) {
    Command command = of_another.replay.command;
    command.strategy = scheduler::StrategyKind::guide;
    command.earlier_access = 0;
    const auto run = program.run(command, of_another.replay.choices);
    if (!run) return base::fail(run.error());
    if ((*run)->ending != of_another.ending) return std::nullopt;
    return failure_in(**run, flavour, of_another.schedule, of_another.strategy);
}

Expected<bool> repeats_exactly(Program& program, const Failure& failure, int repeats) {
    for (int i = 0; i < repeats; ++i) {
        const auto run = program.run(failure.replay.command, failure.replay.choices);
        if (!run) return base::fail(run.error());
        const bool is_same =
            (*run)->ending == failure.ending && (*run)->fingerprint == failure.fingerprint;
        if (!is_same) return false;
    }
    return true;
}

}  // namespace heddle::explore
