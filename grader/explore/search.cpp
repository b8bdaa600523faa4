#include "explore/search.hpp"

#include <algorithm>
#include <span>

#include "explore/feedback.hpp"

namespace heddle::explore {

namespace {

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
        keep_weak_orders(result.weak_orders, record);
        if (index == 0) {
            result.first_steps = record.steps;
            result.virtual_time = record.time;
        }
        if (record.ending == scheduler::Ending::completed) continue;
        // Without atomics as scheduling points a thread that waits on one never gives way: `hunt`
        // judges whether it ever ends.
        if (flavour == model::Flavour::asan && record.ending == scheduler::Ending::cpu_limit) {
            result.is_inconclusive = true;
            break;
        }
        result.virtual_time = record.time;
        result.failure = {result.schedules, std::string(describe(command)), record.ending,
                          record.fingerprint, replayable(flavour, record)};
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

void keep_weak_orders(std::vector<scheduler::WeakOrder>& kept, const scheduler::Record& record) {
    for (const auto& weak : std::span(record.weak_orders).first(record.weak_order_count)) {
        if (std::ranges::find(kept, weak.place, &scheduler::WeakOrder::place) == kept.end())
            kept.push_back(weak);
    }
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
