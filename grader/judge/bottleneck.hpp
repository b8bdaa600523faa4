// Predicates on what slows a program down: the tests count, and what they can't see from where they
// stand is found in the schedule's steps.
#pragma once

#include <optional>

#include "judge/view.hpp"

namespace heddle::judge {

// The tests found that locks were held across io(): says which, and where.
std::optional<Match> is_lock_over_io(const View& view);

}  // namespace heddle::judge
