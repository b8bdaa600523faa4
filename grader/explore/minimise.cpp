#include "explore/minimise.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <tuple>

namespace heddle::explore {
namespace {

using base::Expected;
using scheduler::Choice;
using scheduler::Ending;
using Choices = std::vector<Choice>;

constexpr int most_runs = 2'000;
constexpr std::uint64_t most_steps = 1'000'000;  // of all runs together

// What makes a schedule hard to follow, the worst first.
struct Cost {
    std::uint32_t early_expiries = 0;
    std::uint32_t preemptions = 0;
    std::uint32_t steps = 0;
    auto operator<=>(const Cost&) const = default;
};

// Where the turns of one thread end that begin at `begin`.
std::size_t end_of_turns(const Choices& choices, std::size_t begin) {
    std::size_t end = begin;
    while (end < choices.size() && choices[end].thread == choices[begin].thread)
        ++end;
    return end;
}

class Minimiser {
  public:
    Minimiser(Program& program, const Failure& failure) : program_(program), best_(failure) {}

    Expected<Failure> run();

  private:
    Expected<bool> begin();
    Expected<bool> accept(const Choices& guide);
    Expected<bool> is_same_race(const Failure& simpler);
    bool is_alike(const scheduler::Record& record) const;
    Expected<bool> shorten();
    Expected<bool> leave_out_threads();
    Expected<bool> remove_preemptions();

    const Choices& choices() const { return best_.replay.choices; }
    bool is_spent() const { return runs_ >= most_runs || steps_ >= most_steps; }

    Program& program_;
    Failure best_;
    Cost cost_;
    std::string cause_;
    int runs_ = 0;
    std::uint64_t steps_ = 0;
};

Cost cost_of(const scheduler::Record& record) {
    return {record.early_expiries, record.preemptions, record.steps};
}

std::string place_of(const scheduler::Stack& stack) {
    return fmt::format("{:x}", fmt::join(std::span(stack.frames).first(stack.count), " "));
}

// What a simpler schedule must have in common with the first, beside its ending: the words, or in
// either order the two places that race.
std::string cause_of(const scheduler::Record& record) {
    if (record.ending != Ending::data_race)
        return std::string(record.expression.data()) + '\n' + record.message.data();
    const std::string one = place_of(record.race.stacks[0]);
    const std::string other = place_of(record.race.stacks[1]);
    return std::min(one, other) + '\n' + std::max(one, other);
}

// What is to be kept; false when the failure doesn't repeat.
Expected<bool> Minimiser::begin() {
    const auto run = program_.run(best_.replay.command, choices());
    if (!run) return base::fail(run.error());
    const scheduler::Record& record = **run;
    cost_ = cost_of(record);
    cause_ = cause_of(record);
    if (record.ending != best_.ending || record.fingerprint != best_.fingerprint) return false;
    best_.replay = replayable(best_.replay.flavour, record);
    return true;
}

bool Minimiser::is_alike(const scheduler::Record& record) const {
    return record.ending == best_.ending && cause_of(record) == cause_;
}

// Where its earlier access was is known only when it is run again, as it will be shown.
Expected<bool> Minimiser::is_same_race(const Failure& simpler) {
    const auto run = program_.run(simpler.replay.command, simpler.replay.choices);
    if (!run) return base::fail(run.error());
    steps_ += (*run)->steps;
    return is_alike(**run);
}

// Runs what the guide says as far as it fits; where that fails alike and is simpler, it is the
// best.
Expected<bool> Minimiser::accept(const Choices& guide) {
    if (is_spent()) return false;
    ++runs_;
    scheduler::Command command = best_.replay.command;
    command.strategy = scheduler::StrategyKind::guide;
    command.earlier_access = 0;
    const auto run = program_.run(command, guide);
    if (!run) return base::fail(run.error());
    const scheduler::Record& record = **run;
    steps_ += record.steps;
    const Cost cost = cost_of(record);
    const bool is_race = best_.ending == Ending::data_race;
    if (cost >= cost_ || !(is_race ? has_race(record) : is_alike(record))) return false;
    Failure simpler =
        is_race ? race_in(record, best_.schedule, best_.strategy)
                : failure_in(record, best_.replay.flavour, best_.schedule, best_.strategy);
    if (is_race) {
        const auto is_same = is_same_race(simpler);
        if (!is_same || !*is_same) return is_same;
    }
    cost_ = cost;
    best_ = std::move(simpler);
    return true;
}

// The shortest beginning after which going on in order fails.
Expected<bool> Minimiser::shorten() {
    const Choices all = choices();
    for (std::size_t length = 0; length < all.size() && !is_spent(); ++length) {
        const auto accepted = accept(Choices(all.begin(), all.begin() + static_cast<long>(length)));
        if (!accepted || *accepted) return accepted;
    }
    return false;
}

// What to try in place of the interruption before choice `at`: the interrupted thread goes on for
// one more step; it takes its next turns first; it takes all its further ones first.
std::vector<Choices> without_interruption(const Choices& all, std::size_t at) {
    const scheduler::ThreadId interrupted = all[at].running;
    std::vector<Choices> guides = {all};
    guides.front()[at].thread = interrupted;
    std::size_t resumed = at;
    while (resumed < all.size() && all[resumed].thread != interrupted)
        ++resumed;
    if (resumed == all.size()) return guides;
    for (const std::size_t end : {end_of_turns(all, resumed), all.size()}) {
        Choices moved = all;
        const auto begin = moved.begin();
        std::rotate(begin + static_cast<long>(at), begin + static_cast<long>(resumed),
                    begin + static_cast<long>(end));
        guides.push_back(std::move(moved));
    }
    return guides;
}

// Each thread that can as well come later, or not at all.
Expected<bool> Minimiser::leave_out_threads() {
    std::set<scheduler::ThreadId> threads;
    for (const Choice& choice : choices())
        threads.insert(choice.thread);
    bool is_better = false;
    for (const scheduler::ThreadId thread : threads) {
        Choices rest = choices();
        std::erase_if(rest, [&](const Choice& choice) { return choice.thread == thread; });
        const auto accepted = accept(rest);
        if (!accepted) return accepted;
        is_better |= *accepted;
    }
    return is_better;
}

// Each interruption in turn, the rest of the new best after one that went.
Expected<bool> Minimiser::remove_preemptions() {
    bool is_better = false;
    for (std::size_t at = 0; at < choices().size() && !is_spent(); ++at) {
        if (choices()[at].thread == choices()[at].running) continue;
        for (const Choices& guide : without_interruption(choices(), at)) {
            const auto accepted = accept(guide);
            if (!accepted) return accepted;
            is_better |= *accepted;
            if (*accepted) break;
        }
    }
    return is_better;
}

Expected<Failure> Minimiser::run() {
    const auto repeats = begin();
    if (!repeats) return base::fail(repeats.error());
    if (!*repeats) return best_;
    for (bool is_better = true; is_better && !is_spent();) {
        const auto is_shorter = shorten();
        if (!is_shorter) return base::fail(is_shorter.error());
        const auto is_smaller = leave_out_threads();
        if (!is_smaller) return base::fail(is_smaller.error());
        const auto is_calmer = remove_preemptions();
        if (!is_calmer) return base::fail(is_calmer.error());
        is_better = *is_shorter || *is_smaller || *is_calmer;
    }
    return best_;
}

bool is_limit(Ending ending) {
    return ending == Ending::cpu_limit || ending == Ending::step_limit ||
           ending == Ending::memory_limit || ending == Ending::unsupported;
}

}  // namespace

Expected<Failure> minimise(Program& program, const Failure& failure) {
    if (is_limit(failure.ending)) return failure;
    return Minimiser(program, failure).run();
}

}  // namespace heddle::explore
