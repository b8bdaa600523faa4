// From the steps of one schedule to a profile: a pure pass over what was recorded, so that it costs
// the engine nothing. Time passes only while somebody waits, so that each thread's time is the sum
// of the gaps between its steps, and the step before a gap says what it was.
#pragma once

#include "explore/observation.hpp"
#include "model/profile.hpp"

namespace heddle::judge {

model::Profile profile_of(const explore::Observation& observation);

}  // namespace heddle::judge
