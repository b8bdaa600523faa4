// Hands a student's diagnosis.toml to the tests: as values that have been read and checked, or as
// what is the matter with it. It costs the cases that ask for it, and no others.
#pragma once

#include <optional>
#include <string>

#include "build/stage.hpp"

namespace heddle::session {

// In the form of scheduler/protocol.hpp; nothing where the exercise asks for no prediction.
std::optional<std::string> prediction_for_tests(const build::Staged& staged);

}  // namespace heddle::session
