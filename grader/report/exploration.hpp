// What became of somebody's own program under the scheduler: `heddle explore`.
#pragma once

#include "report/page.hpp"
#include "session/answers.hpp"

namespace heddle::report {

// What a page tells first: what happened, and then why. A standstill explains itself, by who waits
// for whom; behind anything else that happened stands its cause. Only where something was found.
model::Finding shown_finding(const session::Exploration& exploration);

// `again` is the command that finds the same once more.
void write_exploration(Page& page, const session::Exploration& exploration, std::string_view again);

// exploration.schema.json says what it holds.
std::string to_json(const session::Exploration& exploration);

}  // namespace heddle::report
