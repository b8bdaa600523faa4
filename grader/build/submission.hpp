// Reads what a student hands in, before anything is compiled. Only files that the exercise names
// are ever looked at.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "catalogue/exercise.hpp"

namespace heddle::build {

inline constexpr std::size_t largest_submitted_file_bytes = 1U << 20U;

// Content by file name. A file equal to the skeleton may be missing.
using Submission = std::map<std::string, std::string>;

// The exercise's files in `folder`. An Error when none is there, or when one is larger than the
// limit or not an ordinary file (a symbolic link could lead to hidden tests), or when code is empty
// or not UTF-8. Both kinds of line end are fine.
base::Expected<Submission> read_submission(const catalogue::Exercise& exercise,
                                           const std::filesystem::path& folder);

// Those of the exercise's files that aren't in `folder` but in a folder within it, as paths from
// there: "src/hit_counter.cpp". Symbolic links aren't followed, and no deeper folders than three
// are looked into. Nobody takes these files; they are for a message.
std::vector<std::string> misplaced(const catalogue::Exercise& exercise,
                                   const std::filesystem::path& folder);

}  // namespace heddle::build
