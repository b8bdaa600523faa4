// Which exercises a check is about, and where the files of each come from.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "session/course.hpp"

namespace heddle::session {

struct Selected {
    catalogue::Exercise exercise;                       // only its name, where no exercise has it
    std::filesystem::path files;                        // the folder with the student's files
    std::optional<base::Error> refusal = std::nullopt;  // why it can't be graded, known beforehand
};

// In the order of the course; where exercises are named, each once, in the order in which they
// first are. The Error names an exercise that doesn't exist or a folder that can't be read.
base::Expected<std::vector<Selected>> select(const Course& course, const Options& options);

}  // namespace heddle::session
