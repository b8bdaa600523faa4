// Files that a student put beside those of the exercise, believing that they count.
#pragma once

#include <filesystem>
#include <optional>

#include "catalogue/exercise.hpp"
#include "model/report.hpp"

namespace heddle::session {

// Names up to three source files in `folder` that the exercise doesn't know; nothing when there are
// none.
std::optional<model::Observation> left_out(const catalogue::Exercise& exercise,
                                           const std::filesystem::path& folder);

}  // namespace heddle::session
