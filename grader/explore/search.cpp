#include "explore/search.hpp"

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

}  // namespace

base::Expected<SearchResult> search(Program& program, model::Flavour flavour, Clock clock,
                                    std::uint64_t seed, const Budget& budget) {
    SearchResult result;
    Feedbacks feedbacks(seed);
    std::uint64_t steps = 0;
    for (int index = 0; index < budget.schedules && steps < budget.steps; ++index) {
        scheduler::Command command = command_for(
            flavour, clock, seed, static_cast<std::uint32_t>(index), result.first_steps);
        Feedback* const feedback = feedbacks.of(command);
        if (feedback != nullptr) feedback->ask(command);
        const auto run = program.run(command);
        if (!run) return base::fail(run.error());
        const scheduler::Record& record = **run;
        ++result.schedules;
        if (feedback != nullptr) feedback->learn(record);
        steps += record.steps;
        if (index == 0) {
            result.first_steps = record.steps;
            result.virtual_time = record.time;
        }
        if (record.ending == scheduler::Ending::completed) continue;
        if (is_for_hunt_to_judge(program, flavour, record.ending)) {
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
