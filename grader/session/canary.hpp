// Proof that a sanitizer speaks: every test binary holds a case that commits a
// known offence (exercises/include/heddle/canary.cpp). A flavour that stays
// silent about it grades nobody.
#pragma once

#include <filesystem>

#include "base/error.hpp"
#include "model/outcome.hpp"

namespace heddle::session {

// Runs the canary of `tsan` or `asan`; an Error when it isn't reported.
base::Expected<void> prove_sanitizer(const std::filesystem::path& program, model::Flavour flavour);

}  // namespace heddle::session
