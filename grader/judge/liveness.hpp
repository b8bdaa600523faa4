// Predicates on a standstill: who waits for whom, and why nobody will come.
#pragma once

#include <optional>

#include "judge/view.hpp"

namespace heddle::judge {

std::optional<Match> is_lock_leak(const View& view);
std::optional<Match> is_relock(const View& view);
std::optional<Match> is_lock_order(const View& view);
std::optional<Match> is_join_self(const View& view);
std::optional<Match> is_join_cycle(const View& view);
std::optional<Match> is_join_under_lock(const View& view);
std::optional<Match> is_lost_wakeup(const View& view);
std::optional<Match> is_notify_one(const View& view);
std::optional<Match> is_no_close(const View& view);
std::optional<Match> is_exit_hang(const View& view);
std::optional<Match> is_deadlock(const View& view);
std::optional<Match> is_livelock(const View& view);
std::optional<Match> is_busy_wait(const View& view);

}  // namespace heddle::judge
