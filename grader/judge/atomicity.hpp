// Predicates on an outcome without a race: each step was safe, and together they
// were not. All need a failed assertion.
#pragma once

#include <optional>

#include "judge/view.hpp"

namespace heddle::judge {

// One thread loads and stores an atomic, and another changes it in between.
std::optional<Match> is_split_rmw(const View& view);

// A compare-exchange failed, and nobody tried again.
std::optional<Match> is_cas_once(const View& view);

// A thread reads under a lock, gives it back, and acts under it when another has changed the datum.
std::optional<Match> is_check_act(const View& view);

// A thread woke from a condition variable with its predicate false, and went on.
std::optional<Match> is_if_wait(const View& view);

}  // namespace heddle::judge
