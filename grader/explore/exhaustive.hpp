// Tries all schedules of one case in `hunt`, so that "verified" can be said where none fails.
#pragma once

#include "explore/search.hpp"

namespace heddle::explore {

// The verification is there when no schedule failed and all were tried: first with sleep sets, for
// half of the budget, as many as there are; where that isn't enough, those with at most two
// preemptions, all of them, since sleep sets and a bound don't go together (schedule_tree.hpp). Nor
// do sleep sets where threads step back for each other, or look at all others at once: then the
// order of independent operations can matter. Timers end only when nobody can run.
//
// Plain accesses are no scheduling points: their order is that of the operations around them,
// unless there is a data race. The first that a schedule shows is in the result, which then says
// nothing of verification. Blocks. Errors are the environment's, never the student's.
base::Expected<SearchResult> search_all(Program& program, std::uint64_t seed, const Budget& budget);

}  // namespace heddle::explore
