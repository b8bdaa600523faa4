// The program's clocks: they stand still while it computes and jump when it
// sleeps. Both start at fixed instants, so that a date is the same every day.
#pragma once

#include <array>
#include <ctime>

#include "scheduler/record.hpp"

namespace heddle::runtime {

// What takes virtual time: in the order of heddle_charge_kind, and of Summary::usage.
inline constexpr std::array charged = {scheduler::Operation::work, scheduler::Operation::io,
                                       scheduler::Operation::sleep};

// What `clock` shows now.
timespec virtual_now(clockid_t clock);

// A deadline by `clock` as engine time; at least 1, since 0 means none.
scheduler::Time deadline_at(clockid_t clock, const timespec& when);

// A deadline that is `length` from now.
scheduler::Time deadline_after(const timespec& length);

// Passes virtual time on the calling thread, as the given operation, which is one of those charged.
void pass_time(scheduler::Operation operation, scheduler::Time length);

}  // namespace heddle::runtime
