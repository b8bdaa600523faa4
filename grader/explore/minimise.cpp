#include "explore/minimise.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace heddle::explore {
namespace {

using base::Expected;
using scheduler::Choice;
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
    Expected<bool> shorten();
    Expected<bool> leave_out_threads();
    Expected<bool> remove_preemptions();

    const Choices& choices() const { return best_.replay.choices; }
    bool is_spent() const { return runs_ >= most_runs || steps_ >= most_steps; }

    Program& program_;
    Failure best_;
    Cost cost_;
    std::string words_;
    int runs_ = 0;
    std::uint64_t steps_ = 0;
};

Cost cost_of(const scheduler::Record& record) {
    return {record.early_expiries, record.preemptions, record.steps};
}

std::string words_of(const scheduler::Record& record) {
    return std::string(record.expression.data()) + '\n' + record.message.data();
}

// What is to be kept; false when the failure doesn't repeat.
Expected<bool> Minimiser::begin() {
    const auto run = program_.run(best_.replay.command, choices());
    if (!run) return base::fail(run.error());
    const scheduler::Record& record = **run;
    cost_ = cost_of(record);
    words_ = words_of(record);
    if (record.ending != best_.ending || record.fingerprint != best_.fingerprint) return false;
    best_.replay = replayable(best_.replay.flavour, record);
    return true;
}

// Runs what the guide says as far as it fits; where that fails alike and is simpler, it is the
// best.
Expected<bool> Minimiser::accept(const Choices& guide) {
    if (is_spent()) return false;
    ++runs_;
    scheduler::Command command = best_.replay.command;
    command.strategy = scheduler::StrategyKind::guide;
    const auto run = program_.run(command, guide);
    if (!run) return base::fail(run.error());
    const scheduler::Record& record = **run;
    steps_ += record.steps;
    const Cost cost = cost_of(record);
    if (record.ending != best_.ending || words_of(record) != words_ || cost >= cost_) return false;
    cost_ = cost;
    best_.fingerprint = record.fingerprint;
    best_.replay = replayable(best_.replay.flavour, record);
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

bool is_limit(scheduler::Ending ending) {
    return ending == scheduler::Ending::cpu_limit || ending == scheduler::Ending::step_limit ||
           ending == scheduler::Ending::memory_limit || ending == scheduler::Ending::unsupported;
}

}  // namespace

Expected<Failure> minimise(Program& program, const Failure& failure) {
    if (is_limit(failure.ending)) return failure;
    return Minimiser(program, failure).run();
}

}  // namespace heddle::explore
