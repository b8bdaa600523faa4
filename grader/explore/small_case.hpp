// Searches a case that may be so small that all of its schedules can be tried.
#pragma once

#include "explore/search.hpp"

namespace heddle::explore {

// The portfolio's opening, which few mistakes survive; all schedules, where `share` suffices for
// them; the portfolio's others, `share` with the opening; and all schedules, `all` at most. It ends
// when something fails, and when all were tried without a bound and no timer could have ended
// early: then the others would repeat them. Of `hunt`. Blocks. Errors are the environment's, never
// the student's.
base::Expected<SearchResult> search_small(Program& program, Clock clock, std::uint64_t seed,
                                          const Budget& share, const Budget& all);

}  // namespace heddle::explore
