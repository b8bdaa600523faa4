// The part of a profile that is about the simulated machine: what other numbers of cores give, and
// which lines of memory moved.
#pragma once

#include "model/profile.hpp"
#include "report/page.hpp"

namespace heddle::report {

// A row for each number of cores; one sentence where it makes no difference.
void write_cores(Page& page, const model::Profile& profile);

void write_lines(Page& page, const model::LineProfile& lines);

}  // namespace heddle::report
