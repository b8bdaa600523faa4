// The sanitizers' part of `heddle doctor`.
#pragma once

#include <vector>

#include "session/answers.hpp"
#include "session/course.hpp"

namespace heddle::session {

// Builds a test program in every flavour and lets each sanitizer prove itself. About 3 s.
std::vector<Checkup> check_sanitizers(const Course& course);

}  // namespace heddle::session
