// Which schedules to try. Every strategy loses somewhere, so the budget is
// shared among several, by count, never by time: the n-th schedule of a case is
// the same on every machine.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/outcome.hpp"
#include "scheduler/record.hpp"

namespace heddle::explore {

// What a case allows.
enum class Clock { judged, ignored };  // judged: the case asserts on virtual time

// The command of schedule `index` (from 0). The first two run without chance: in order, and in
// turns. `length` is the number of steps of the first schedule; 0 while unknown.
scheduler::Command command_for(model::Flavour flavour, Clock clock, std::uint64_t seed,
                               std::uint32_t index, std::uint32_t length);

// After these, which are the same for all, the strategies take turns, each once in so many
// schedules.
std::uint32_t opening_schedules();
std::uint32_t shares_in_turn();

// "in order", "random walk", … for the reader of a report.
std::string_view describe(const scheduler::Command& command);

}  // namespace heddle::explore
