// Files that a student handed in and nobody grades, beside or below those that count.
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

// Names the exercise's own files that aren't at the top of `folder` but in a folder within it;
// nothing when there are none.
std::optional<model::Observation> misplaced(const catalogue::Exercise& exercise,
                                            const std::filesystem::path& folder);

}  // namespace heddle::session
