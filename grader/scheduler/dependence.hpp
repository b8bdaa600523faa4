// Whether the order of two threads' next operations can matter. Where it can't, of two schedules
// that differ in that order only one need be tried (Godefroid, "Partial-Order Methods for the
// Verification of Concurrent Systems", LNCS 1032, 1996, chapter 3).
#pragma once

#include "scheduler/record.hpp"
#include "scheduler/thread_state.hpp"

namespace heddle::scheduler {

// What the thread is about to do, as far as its order can matter.
Pending pending_of(ThreadId thread, const ThreadState& state);

// True only where either order leads to the same state: two threads' operations on different
// objects, or two loads. What isn't known to touch one object alone depends on everything. Plain
// accesses between two scheduling points count as part of the operation before; they are left out
// of account here, which is right exactly where the program has no data race.
bool are_independent(const Pending& a, const Pending& b);

}  // namespace heddle::scheduler
