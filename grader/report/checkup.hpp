// `heddle doctor`: what works on this machine, and for what doesn't, the way to mend it.
#pragma once

#include <vector>

#include "report/page.hpp"
#include "session/answers.hpp"

namespace heddle::report {

void write_checkups(Page& page, const std::vector<session::Checkup>& checkups);

}  // namespace heddle::report
