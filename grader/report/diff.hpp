// A unified diff for a person's eyes.
#pragma once

#include <string>
#include <string_view>

#include "report/look.hpp"

namespace heddle::report {

// The diff's lines, cleaned and coloured, never cut: code keeps its length.
std::string readable_diff(std::string_view diff, Look look);

}  // namespace heddle::report
