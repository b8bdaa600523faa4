#include "explore/portfolio.hpp"

#include <array>

#include "scheduler/random.hpp"

namespace heddle::explore {
namespace {

using scheduler::Command;
using scheduler::StrategyKind;
using scheduler::Timers;

// A share of the budget. Memory periods hold in `hunt` only, where accesses can be points.
struct Share {
    StrategyKind strategy;
    std::uint32_t depth;          // PCT
    std::uint32_t switch_one_in;  // random walk
    std::uint32_t memory_period;
    Timers timers;
};

constexpr Share in_order = {StrategyKind::in_order, 0, 0, 0, Timers::at_quiescence};
constexpr Share in_turns = {StrategyKind::round_robin, 0, 0, 0, Timers::at_quiescence};
constexpr Share in_turns_finely = {StrategyKind::round_robin, 0, 0, 1, Timers::at_quiescence};
constexpr Share in_turns_slowly = {StrategyKind::round_robin, 0, 0, 0, Timers::early};

// After the first four schedules these ten take turns.
constexpr std::array<Share, 10> shares = {{
    {StrategyKind::random_walk, 0, 0, 0, Timers::at_quiescence},
    {StrategyKind::random_walk, 0, 0, 1, Timers::at_quiescence},
    {StrategyKind::pct, 2, 0, 0, Timers::at_quiescence},
    {StrategyKind::random_walk, 0, 0, 0, Timers::early},
    {StrategyKind::random_walk, 0, 0, 2, Timers::at_quiescence},
    {StrategyKind::pct, 3, 0, 0, Timers::at_quiescence},
    {StrategyKind::random_walk, 0, 4, 1, Timers::at_quiescence},
    {StrategyKind::random_walk, 0, 0, 4, Timers::early},
    {StrategyKind::pct, 2, 0, 2, Timers::at_quiescence},
    {StrategyKind::random_walk, 0, 4, 0, Timers::early},
}};

Share share_of(std::uint32_t index) {
    constexpr std::array<Share, 4> first = {in_order, in_turns, in_turns_finely, in_turns_slowly};
    return index < first.size() ? first[index] : shares[(index - first.size()) % shares.size()];
}

constexpr std::uint32_t usual_length = 60;  // steps, while nothing has been measured

}  // namespace

Command command_for(model::Flavour flavour, Clock clock, std::uint64_t seed, std::uint32_t index,
                    std::uint32_t length) {
    const Share share = share_of(index);
    Command command;
    command.seed = scheduler::Random(seed + index).next();
    command.strategy = share.strategy;
    command.depth = share.depth;
    command.switch_one_in = share.switch_one_in;
    command.length = length == 0 ? usual_length : length;
    command.memory_period = flavour == model::Flavour::hunt ? share.memory_period : 0;
    // Once a case: a look takes as long as five schedules, and what leaks seldom depends on order.
    const bool looks = flavour == model::Flavour::asan && index == 0;
    command.leaks = looks ? scheduler::Leaks::looked_for : scheduler::Leaks::ignored;
    command.timers = clock == Clock::judged ? Timers::at_quiescence : share.timers;
    return command;
}

std::string_view describe(const Command& command) {
    switch (command.strategy) {
        case StrategyKind::in_order: return "in order";
        case StrategyKind::round_robin: return "round robin";
        case StrategyKind::random_walk: return "random walk";
        case StrategyKind::pct: return "PCT";
        case StrategyKind::replay:
        case StrategyKind::guide: break;
    }
    return "replay";
}

}  // namespace heddle::explore
