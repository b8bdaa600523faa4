#include "explore/search.hpp"

#include <algorithm>
#include <span>

#include "explore/feedback.hpp"

namespace heddle::explore {
namespace {

// Without atomics as scheduling points a thread that waits on one never gives way in `asan`. And
// only `hunt` refuses memory, which a program may cope with; a test's case must do with less, or it
// could keep the sanitizers from looking.
bool is_for_hunt_to_judge(const Program& program, model::Flavour flavour,
                          scheduler::Ending ending) {
    if (ending == scheduler::Ending::memory_limit)
        return flavour != model::Flavour::hunt && !program.runs_cases();
    return ending == scheduler::Ending::cpu_limit && flavour == model::Flavour::asan;
}

// `command_of` gives the command of a schedule by its number and the first one's steps; nothing
// ends the search.
template <class CommandOf>
base::Expected<SearchResult> search_with(Program& program, model::Flavour flavour,
                                         std::uint64_t seed, const Budget& budget,
                                         CommandOf command_of) {
    SearchResult result;
    Feedbacks feedbacks(seed);
    std::uint64_t steps = 0;
    for (int index = 0; index < budget.schedules && steps < budget.steps; ++index) {
        auto next = command_of(static_cast<std::uint32_t>(index), result.first_steps);
        if (!next) break;
        scheduler::Command& command = *next;
        Feedback* const feedback = feedbacks.of(command);
        if (feedback != nullptr) feedback->ask(command);
        const auto run = program.run(command);
        if (!run) return base::fail(run.error());
        const scheduler::Record& record = **run;
        ++result.schedules;
        if (feedback != nullptr) feedback->learn(record);
        steps += record.steps;
        result.has_fences = result.has_fences || record.has_fences;
        keep_weak_orders(result.weak_orders, record);
        if (index == 0) {
            result.first_steps = record.steps;
            result.virtual_time = record.time;
        }
        keep_race(result, record);
        if (record.ending == scheduler::Ending::completed) continue;
        if (is_for_hunt_to_judge(program, flavour, record.ending)) {
            result.is_inconclusive = true;
            break;
        }
        result.virtual_time = record.time;
        result.failure =
            failure_in(record, flavour, result.schedules, std::string(describe(command)));
        break;
    }
    return result;
}

}  // namespace

base::Expected<SearchResult> search(Program& program, model::Flavour flavour, Clock clock,
                                    std::uint64_t seed, const Budget& budget) {
    return search_with(program, flavour, seed, budget,
                       [&](std::uint32_t index, std::uint32_t length) {
                           return std::optional(command_for(flavour, clock, seed, index, length));
                       });
}

base::Expected<SearchResult> search_by(scheduler::StrategyKind only, Program& program,
                                       model::Flavour flavour, std::uint64_t seed,
                                       const Budget& budget) {
    return search_with(program, flavour, seed, budget,
                       [&](std::uint32_t index, std::uint32_t length) {
                           return command_by(only, flavour, seed, index, length);
                       });
}

Failure failure_in(const scheduler::Record& record, model::Flavour flavour, int schedule,
                   std::string strategy) {
    return {schedule, std::move(strategy), record.ending, record.fingerprint,
            replayable(flavour, record)};
}

Failure race_in(const scheduler::Record& record, int schedule, std::string strategy) {
    Failure race = failure_in(record, model::Flavour::hunt, schedule, std::move(strategy));
    race.ending = scheduler::Ending::data_race;
    race.replay.command.earlier_access = record.earlier_access;
    return race;
}

void keep_race(SearchResult& result, const scheduler::Record& record) {
    // Where a sleep had to end early for it, that is what is to be told, and others see it fail.
    if (result.race || !has_race(record) || record.early_expiries > 0) return;
    result.race = race_in(record, result.schedules, std::string(describe(record.command)));
}

void keep_weak_orders(std::vector<scheduler::WeakOrder>& kept, const scheduler::Record& record) {
    for (const auto& weak : std::span(record.weak_orders).first(record.weak_order_count)) {
        if (std::ranges::find(kept, weak.place, &scheduler::WeakOrder::place) == kept.end())
            kept.push_back(weak);
    }
}

base::Expected<std::optional<Failure>> try_schedule(Program& program, model::Flavour flavour,
                                                    const Failure& of_another) {
    scheduler::Command command = of_another.replay.command;
    command.strategy = scheduler::StrategyKind::guide;
    command.earlier_access = 0;
    const auto run = program.run(command, of_another.replay.choices);
    if (!run) return base::fail(run.error());
    if ((*run)->ending != of_another.ending) return std::nullopt;
    return failure_in(**run, flavour, of_another.schedule, of_another.strategy);
}

base::Expected<bool> repeats_exactly(Program& program, const Failure& failure, int repeats) {
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
