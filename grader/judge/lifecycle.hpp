// Predicates on how a case ended that is nobody else's affair: named by trusted
// code, unfinished, terminated, crashed, or without an end.
#pragma once

#include <optional>
#include <string_view>

#include "judge/view.hpp"

namespace heddle::judge {

// The tests or the course's library named the finding themselves.
struct Reported {
    Match match;
    std::string_view id;
};
std::optional<Reported> reported(const View& view);

// What the tests saw comes of something that they can't see from where they stand.
std::optional<Match> is_started_in_constructor(const View& view);
std::optional<Match> is_never_two_at_once(const View& view);

std::optional<Match> is_unfinished(const View& view);
std::optional<Match> is_uncaught(const View& view);
std::optional<Match> is_crash(const View& view);
std::optional<Match> is_given_up(const View& view);      // abort(), assert()
std::optional<Match> is_damage_found(const View& view);  // abort(), by the C library
std::optional<Match> is_division(const View& view);
std::optional<Match> is_signalled(const View& view);  // not by a fault
std::optional<Match> is_terminate_called(
    const View& view);  // with no exception, all threads joined
std::optional<Match> is_abrupt_exit(const View& view);
std::optional<Match> is_exit(const View& view);
std::optional<Match> is_unsupported(const View& view);
std::optional<Match> is_limit(const View& view);
std::optional<Match> is_memory_limit(const View& view);
std::optional<Match> is_wrong_result(const View& view);

}  // namespace heddle::judge
