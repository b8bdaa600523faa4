// `heddle release`: what was written where, and how it gets to those it is for.
#pragma once

#include "report/page.hpp"
#include "session/answers.hpp"

namespace heddle::report {

void write_release(Page& page, const session::Release& release);

}  // namespace heddle::report
