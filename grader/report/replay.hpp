// One schedule step by step, beside the lines of code that took each step: `heddle replay`.
#pragma once

#include "report/page.hpp"
#include "session/answers.hpp"

namespace heddle::report {

void write_replay(Page& page, const session::Replay& replay);

}  // namespace heddle::report
