// A folder that was handed in, and where in it the files of each exercise are. Three layouts: the
// files of one exercise; a folder for each exercise; a whole edition, as a student pushes it.
// Nothing in the folder is trusted: symbolic links aren't followed, names may be any bytes.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "session/course.hpp"

namespace heddle::session {

struct HandedIn {
    enum class Layout { files, folders, edition };
    Layout layout = Layout::files;

    // By exercise, the folder with its files. In `files` it is the same for all that have one
    // there.
    std::map<std::string, std::filesystem::path> folders;

    // In an edition, exercises that are as they came.
    std::set<std::string> untouched;

    // By exercise, or by the name of a folder that is no exercise's: why it can't be graded.
    std::map<std::string, base::Error> refused;
};

// What is found may be nothing. An Error when there is no such folder.
base::Expected<HandedIn> look_into(const Course& course, const std::filesystem::path& folder);

// What to say when nothing was found, and nothing in particular was asked for.
base::Error nothing_handed_in(const Course& course, const std::filesystem::path& folder);

}  // namespace heddle::session
