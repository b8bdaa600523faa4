// Predicates on how the threads' results reach whoever started them: read before they were written,
// or written where nobody looks.
#pragma once

#include <optional>

#include "judge/view.hpp"

namespace heddle::judge {

// The thread that started the others reads data, without a lock, that one of them still writes, and
// that race is the only one on these data; it joins some of the others, at whatever time, or none.
std::optional<Match> is_read_after_some_joins(const View& view);
std::optional<Match> is_read_before_any_join(const View& view);

// All threads that the student's code started have ended, and nothing that they wrote was ever read
// by another thread.
std::optional<Match> is_arg_copied(const View& view);

}  // namespace heddle::judge
