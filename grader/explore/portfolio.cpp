#include "explore/portfolio.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "scheduler/random.hpp"

namespace heddle::explore {
namespace {

using scheduler::Command;
using scheduler::StrategyKind;
using scheduler::Timers;

// A share of the budget. Memory periods hold in `hunt` only, where accesses can be points.
struct Share {
    StrategyKind strategy;
    std::uint32_t depth = 0;          // PCT and delay bounding
    std::uint32_t switch_one_in = 0;  // random walk and reads-from
    std::uint32_t memory_period = 0;
    Timers timers = Timers::at_quiescence;
};

// The first schedules. The second is the one that is shown where `hunt` sees no failure.
constexpr std::array opening = {
    Share{.strategy = StrategyKind::in_order},
    Share{.strategy = StrategyKind::round_robin},
    Share{.strategy = StrategyKind::together},
    Share{.strategy = StrategyKind::round_robin, .timers = Timers::early},
    Share{.strategy = StrategyKind::round_robin, .memory_period = 1},
    Share{.strategy = StrategyKind::together, .memory_period = 1},
};

// After them these take turns.
constexpr std::array shares = {
    Share{.strategy = StrategyKind::random_walk},
    Share{.strategy = StrategyKind::reads_from, .memory_period = 1},
    Share{.strategy = StrategyKind::pct, .depth = 2},
    Share{.strategy = StrategyKind::reads_from, .switch_one_in = 4},
    Share{.strategy = StrategyKind::random_walk, .timers = Timers::early},
    Share{.strategy = StrategyKind::partial_order},
    Share{.strategy = StrategyKind::random_walk, .memory_period = 1},
    Share{.strategy = StrategyKind::reads_from, .switch_one_in = 8},
    Share{.strategy = StrategyKind::pct, .depth = 3},
    Share{.strategy = StrategyKind::reads_from, .switch_one_in = 4, .memory_period = 1},
    Share{.strategy = StrategyKind::random_walk, .memory_period = 2},
    Share{.strategy = StrategyKind::random_walk, .memory_period = 4, .timers = Timers::early},
    Share{.strategy = StrategyKind::reads_from, .switch_one_in = 4},
    Share{.strategy = StrategyKind::pct, .depth = 2, .memory_period = 2},
    Share{.strategy = StrategyKind::reads_from, .memory_period = 1},
    Share{.strategy = StrategyKind::random_walk, .switch_one_in = 4, .timers = Timers::early},
    Share{.strategy = StrategyKind::partial_order, .memory_period = 1},
    Share{.strategy = StrategyKind::reads_from, .switch_one_in = 8},
    Share{.strategy = StrategyKind::random_walk, .switch_one_in = 4, .memory_period = 1},
    Share{.strategy = StrategyKind::delay_bounded, .depth = 2},
};

// Of the opening: whether it would only repeat another one, where accesses are no scheduling points
// or timers have no choice.
bool is_repetition(const Share& share, model::Flavour flavour, Clock clock) {
    return (flavour != model::Flavour::hunt && share.memory_period != 0) ||
           (clock == Clock::judged && share.timers == Timers::early);
}

Share share_of(std::uint32_t index, model::Flavour flavour, Clock clock) {
    for (const Share& share : opening) {
        if (is_repetition(share, flavour, clock)) continue;
        if (index == 0) return share;
        --index;
    }
    return shares[index % shares.size()];
}

constexpr std::uint32_t usual_length = 60;  // steps, while nothing has been measured

Command command_of(const Share& share, model::Flavour flavour, std::uint64_t seed,
                   std::uint32_t index, std::uint32_t length) {
    Command command;
    command.seed = scheduler::Random(seed + index).next();
    command.strategy = share.strategy;
    command.depth = share.depth;
    command.switch_one_in = share.switch_one_in;
    command.length = length == 0 ? usual_length : length;
    command.memory_period = flavour == model::Flavour::hunt ? share.memory_period : 0;
    if (flavour == model::Flavour::hunt) command.long_loops = scheduler::LongLoops::make_way;
    command.races = races_in(flavour);
    // Once a case: a look takes as long as five schedules, and what leaks seldom depends on order.
    const bool looks = flavour == model::Flavour::asan && index == 0;
    command.leaks = looks ? scheduler::Leaks::looked_for : scheduler::Leaks::ignored;
    command.timers = share.timers;
    return command;
}

constexpr std::array offered = {
    StrategyKind::in_order,      StrategyKind::round_robin, StrategyKind::together,
    StrategyKind::delay_bounded, StrategyKind::random_walk, StrategyKind::pct,
    StrategyKind::partial_order, StrategyKind::reads_from,  StrategyKind::exhaustive,
};

std::string_view name_of(StrategyKind strategy) {
    Command command;
    command.strategy = strategy;
    return describe(command);
}

}  // namespace

scheduler::Races races_in(model::Flavour flavour) {
    return flavour == model::Flavour::hunt ? scheduler::Races::looked_for
                                           : scheduler::Races::ignored;
}

Command command_for(model::Flavour flavour, Clock clock, std::uint64_t seed, std::uint32_t index,
                    std::uint32_t length) {
    const Share share = share_of(index, flavour, clock);
    Command command = command_of(share, flavour, seed, index, length);
    if (clock == Clock::judged) command.timers = Timers::at_quiescence;
    return command;
}

std::optional<Command> command_by(StrategyKind only, model::Flavour flavour, std::uint64_t seed,
                                  std::uint32_t index, std::uint32_t length) {
    std::vector<Share> own;
    const auto is_own = [only](const Share& share) { return share.strategy == only; };
    std::ranges::copy_if(opening, std::back_inserter(own), is_own);
    if (own.size() <= index) std::ranges::copy_if(shares, std::back_inserter(own), is_own);
    const bool has_chance = std::ranges::any_of(shares, is_own);
    if (own.empty() || (!has_chance && index >= own.size())) return std::nullopt;
    return command_of(own[index % own.size()], flavour, seed, index, length);
}

std::uint32_t opening_schedules() {
    return opening.size();
}

std::uint32_t shares_in_turn() {
    return shares.size();
}

std::string_view describe(const Command& command) {
    switch (command.strategy) {
        case StrategyKind::in_order: return "in order";
        case StrategyKind::round_robin: return "round robin";
        case StrategyKind::together: return "together";
        case StrategyKind::random_walk: return "random walk";
        case StrategyKind::pct: return "PCT";
        case StrategyKind::delay_bounded: return "delay bounding";
        case StrategyKind::partial_order: return "partial order";
        case StrategyKind::reads_from: return "reads-from";
        case StrategyKind::exhaustive: return "exhaustive";
        case StrategyKind::replay:
        case StrategyKind::guide: break;
    }
    return "replay";
}

std::vector<std::string_view> strategy_names() {
    std::vector<std::string_view> names;
    for (const StrategyKind strategy : offered)
        names.push_back(name_of(strategy));
    return names;
}

std::optional<StrategyKind> strategy_named(std::string_view name) {
    for (const StrategyKind strategy : offered) {
        std::string word(name_of(strategy));
        if (name == word) return strategy;
        std::ranges::replace(word, ' ', '-');
        if (name == word) return strategy;
    }
    return std::nullopt;
}

}  // namespace heddle::explore
