// From the steps of one schedule to a profile: a pure pass over what was recorded, so that it costs
// the engine nothing. Time passes only while somebody waits, so that each thread's time is the sum
// of the gaps between its steps, and the step before a gap says what it was.
#pragma once

#include "explore/observation.hpp"
#include "model/profile.hpp"

namespace heddle::judge {

// Without what takes other schedules: other numbers of cores, and lines of memory.
model::Profile profile_of(const explore::Observation& observation);

// Of a schedule that followed them.
model::LineProfile lines_of(const explore::Observation& observation);

// A row of Profile::on_cores: the same case's usual schedule on another machine.
model::OnCores on_cores(const scheduler::Summary& summary);

}  // namespace heddle::judge
