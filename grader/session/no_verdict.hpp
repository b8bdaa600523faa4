// Why a schedule that didn't complete says nothing of somebody's own program: it did what isn't
// controlled here, or reached a limit, until which a large program and an endless one look alike.
// Neither is accused. A course's cases are small: there the judge makes findings of the same
// endings. Pure functions.
#pragma once

#include <optional>

#include "base/error.hpp"
#include "explore/observation.hpp"

namespace heddle::session {

// Nothing where the schedule's ending is the program's own doing.
std::optional<base::Error> no_verdict(const explore::Observation& seen);

// A schedule that failed, and not the same way again, accuses nobody either. `what` is its name:
// "a failing schedule".
base::Error did_not_repeat(const std::string& what);

}  // namespace heddle::session
