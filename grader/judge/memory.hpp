// Predicates on what AddressSanitizer, UndefinedBehaviorSanitizer and
// ThreadSanitizer say of memory and misuse, in the sanitizers' own classes.
#pragma once

#include <optional>

#include "judge/view.hpp"

namespace heddle::judge {

std::optional<Match> is_dangling_ref(const View& view);
std::optional<Match> is_use_after_free(const View& view);
std::optional<Match> is_stack_overflow(const View& view);
std::optional<Match> is_overflow(const View& view);
std::optional<Match> is_leak(const View& view);
std::optional<Match> is_memory_error(const View& view);

// A mutex was destroyed while it was locked.
std::optional<Match> is_destroyed_locked(const View& view);

std::optional<Match> is_undefined(const View& view);

}  // namespace heddle::judge
