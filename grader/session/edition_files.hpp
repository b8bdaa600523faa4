// The files of an edition, with what stands in them: copied by the lists of editions/editions.toml,
// taken from skeletons, or written for the edition. Reads only.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/error.hpp"
#include "catalogue/edition.hpp"
#include "session/course.hpp"

namespace heddle::session {

// Content by path, relative to the edition's root.
using Tree = std::map<std::filesystem::path, std::string>;

// The whole edition. An Error when a file that a list names isn't there, or when the files of an
// exercise aren't as they came: they may be somebody's solution.
base::Expected<Tree> edition_files(const Course& course, catalogue::Audience audience);

// What the branch of solutions lays over the exercises: the student's files solved, and the notes.
base::Expected<Tree> solution_files(const Course& course);

}  // namespace heddle::session
