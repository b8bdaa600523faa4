// What became of somebody's own program under the scheduler: `heddle explore`.
#pragma once

#include "report/page.hpp"
#include "session/answers.hpp"

namespace heddle::report {

// `again` is the command that finds the same once more.
void write_exploration(Page& page, const session::Exploration& exploration, std::string_view again);

// exploration.schema.json says what it holds.
std::string to_json(const session::Exploration& exploration);

}  // namespace heddle::report
