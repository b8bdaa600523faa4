// Predicates on a data race that ThreadSanitizer reported: which idiom it is.
// All need that report; what both threads held comes from hunt's observation.
#pragma once

#include <optional>

#include "judge/view.hpp"

namespace heddle::judge {

std::optional<Match> is_loop_ref(const View& view);
std::optional<Match> is_dcl(const View& view);
std::optional<Match> is_private_mutex(const View& view);
std::optional<Match> is_two_locks(const View& view);
std::optional<Match> is_vexing_guard(const View& view);
std::optional<Match> is_escaped(const View& view);
std::optional<Match> is_read_unlocked(const View& view);
std::optional<Match> is_volatile_race(const View& view);
std::optional<Match> is_race(const View& view);

// A heap error in a line where threads race: the race comes first.
std::optional<Match> is_race_on_heap(const View& view);

}  // namespace heddle::judge
