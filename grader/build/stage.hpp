// Lays out what is compiled together: the skeleton, the submission over it, and over both the files
// that a submission may not replace. In this folder a quoted include finds the right neighbour.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "build/submission.hpp"
#include "catalogue/exercise.hpp"

namespace heddle::build {

struct Staged {
    std::string exercise;              // "10-lost-update"
    std::filesystem::path folder;      // the sources, absolute
    std::filesystem::path output;      // where objects and programs go, beside it
    std::vector<std::string> files;    // the student's, relative to the folder
    std::vector<std::string> sources;  // those to compile, "port.cpp" last
};

// Makes `workplace`/staged and `workplace`/out anew; nobody else may use the workplace meanwhile.
// `skeleton` holds the untouched files of the exercise.
base::Expected<Staged> stage(const catalogue::Exercise& exercise,
                             const std::filesystem::path& skeleton, const Submission& submission,
                             const std::filesystem::path& workplace);

}  // namespace heddle::build
