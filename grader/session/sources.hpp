// The student's files, line by line, as those read them who name objects and quote code.
#pragma once

#include "build/stage.hpp"
#include "explore/observation.hpp"

namespace heddle::session {

explore::Sources read_sources(const build::Staged& staged);

}  // namespace heddle::session
