// Which schedules to try. Every strategy loses somewhere, so the budget is
// shared among several, by count, never by time: the n-th schedule of a case is
// the same on every machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/outcome.hpp"
#include "scheduler/record.hpp"

namespace heddle::explore {

// What a case allows.
enum class Clock { judged, ignored };  // judged: the case asserts on virtual time

// The command of schedule `index` (from 0). The first two run without chance: in order, and in
// turns. `length` is the number of steps of the first schedule; 0 while unknown.
scheduler::Command command_for(model::Flavour flavour, Clock clock, std::uint64_t seed,
                               std::uint32_t index, std::uint32_t length);

// The same by one strategy alone; nothing once it would only repeat itself, and where a search of
// its own takes its place (exhaustive.hpp).
std::optional<scheduler::Command> command_by(scheduler::StrategyKind only, model::Flavour flavour,
                                             std::uint64_t seed, std::uint32_t index,
                                             std::uint32_t length);

// After these, which are the same for all, the strategies take turns, each once in so many
// schedules.
std::uint32_t opening_schedules();
std::uint32_t shares_in_turn();

// Whether a schedule looks for unordered accesses, in a search and in a replay alike: the runtime
// alone does so in `hunt`, and elsewhere nobody or a sanitizer.
scheduler::Races races_in(model::Flavour flavour);

// "in order", "random walk", … for the reader of a report.
std::string_view describe(const scheduler::Command& command);

// What that calls the strategies that a search can have, in the portfolio's order.
std::vector<std::string_view> strategy_names();

// The strategy of that name, also with hyphens for its blanks; nothing when there is none.
std::optional<scheduler::StrategyKind> strategy_named(std::string_view name);

}  // namespace heddle::explore
