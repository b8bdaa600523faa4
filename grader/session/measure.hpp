// One case in figures: where the time of its round-robin schedule goes, how long it takes on
// machines with other numbers of cores, and which lines of memory move. The same each time, on
// every machine.
#pragma once

#include "base/error.hpp"
#include "model/outcome.hpp"
#include "model/profile.hpp"
#include "session/trial.hpp"

namespace heddle::session {

struct Measured {
    model::Outcome outcome = model::Outcome::passed;  // on the machine that the request names
    model::Profile profile;
};

// Blocks for a dozen schedules in `hunt`. An Error is the environment's.
base::Expected<Measured> measure(const TrialRequest& request);

}  // namespace heddle::session
