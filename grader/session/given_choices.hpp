// The schedule that a person asks to see again, as `heddle explore --replay` takes it.
#pragma once

#include <string>

#include "base/error.hpp"
#include "explore/choices.hpp"

namespace heddle::session {

// Of choices as they are written, or of a file with them or from --json. An Error when there are
// none. Reads the file.
base::Expected<explore::Replayable> schedule_in(const std::string& text);

// Why a schedule that was read can't be followed.
base::Error of_other_code();

}  // namespace heddle::session
