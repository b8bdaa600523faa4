// Predicates on who waits for whose end, and on sleeps that stand for it.
#pragma once

#include <optional>

#include "judge/view.hpp"

namespace heddle::judge {

// The case usually passes; where it failed, a sleep ended before others were done, or stood where
// a join should be.
std::optional<Match> is_sleep_sync(const View& view);

// All racing accesses are kept apart by a sleep, and by nothing else.
std::optional<Match> is_ordered_by_sleep(const View& view);

// The result was there before all threads had ended; some were joined, or none.
std::optional<Match> is_joined_some(const View& view);
std::optional<Match> is_never_joined(const View& view);

// A thread went on after the case was over, and broke on what had gone; some were joined, or none.
std::optional<Match> is_outliving_some(const View& view);
std::optional<Match> is_outliving_all(const View& view);

// A std::thread was destroyed that nobody had joined or detached.
std::optional<Match> is_dropped_thread(const View& view);

}  // namespace heddle::judge
