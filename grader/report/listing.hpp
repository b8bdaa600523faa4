// The course at a glance: `heddle list`, and what a person sees who types `heddle` and nothing
// else.
#pragma once

#include <vector>

#include "report/page.hpp"
#include "session/answers.hpp"

namespace heddle::report {

void write_list(Page& page, const std::vector<session::ListRow>& rows);

// Which files to open and what to type next: the first exercise that isn't finished.
void write_next_step(Page& page, const std::vector<session::ListRow>& rows);

// The same, after a word of greeting.
void write_welcome(Page& page, const std::vector<session::ListRow>& rows);

}  // namespace heddle::report
