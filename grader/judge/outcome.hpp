// What a schedule's ending alone comes to. Which rule explains it, and maybe calls it something
// else, is in rules.hpp. A pure function.
#pragma once

#include "explore/observation.hpp"
#include "model/outcome.hpp"

namespace heddle::judge {

model::Outcome outcome_of(scheduler::Ending ending);

}  // namespace heddle::judge
