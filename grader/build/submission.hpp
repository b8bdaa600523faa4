// Reads what a student hands in, before anything is compiled. Only files that the exercise names
// are ever looked at.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/error.hpp"
#include "catalogue/exercise.hpp"

namespace heddle::build {

inline constexpr std::size_t largest_submitted_file_bytes = 1U << 20U;

// Content by file name. A file equal to the skeleton may be missing.
using Submission = std::map<std::string, std::string>;

// The exercise's files in `folder`. An Error when none is there, or when one is larger than the limit
// or not an ordinary file (a symbolic link could lead to hidden tests), or when code is empty or not
// UTF-8. Both kinds of line end are fine.
base::Expected<Submission> read_submission(const catalogue::Exercise& exercise,
                                           const std::filesystem::path& folder);

}  // namespace heddle::build
