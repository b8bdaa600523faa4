// Makes a failing schedule one that a person can follow: nobody is interrupted
// who needn't be, and nothing happens that the failure doesn't need.
#pragma once

#include "base/error.hpp"
#include "explore/program.hpp"
#include "explore/search.hpp"

namespace heddle::explore {

// Tries simpler schedules until none within reach of one change fails in the same way, with the
// same ending and the same words, of a race with its two places in either order: fewest timers that
// ended early first, then fewest preemptions, then fewest steps. Within reach are to go on in order
// after one of the choices; to leave all turns of a thread out; and, where one is interrupted, to
// let it go on for one more step, or take its next turns first, or all its further ones. Two
// thousand runs and a million steps at most, a hundred runs as a rule; blocks. A schedule that
// doesn't repeat, or one that ran into a limit, is returned as it is.
base::Expected<Failure> minimise(Program& program, const Failure& failure);

}  // namespace heddle::explore
