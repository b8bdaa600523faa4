// Where the course and its build folder are.
#pragma once

#include "base/error.hpp"
#include "session/session.hpp"

namespace heddle::cli {

// The root is $HEDDLE_ROOT, else the nearest folder with a course.toml above the working folder,
// else above this program. The build folder is $HEDDLE_BUILD, else `build` in the root.
base::Expected<session::Place> find_place();

}  // namespace heddle::cli
