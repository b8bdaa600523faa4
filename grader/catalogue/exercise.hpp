// What exercises/NN-slug/exercise.toml says. Reading is strict: an unknown key, a wrong type or a
// value out of range is an error with file, line and column, never silently a default.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "model/outcome.hpp"

namespace heddle::catalogue {

// Schedules a whole exercise may use in each flavour, before they are split over its cases. A race
// is seen in hunt's: ThreadSanitizer confirms it, in a few of its own and in the one that showed it.
struct Budget {
    int hunt = 1000;
    int tsan = 24;
    int asan = 60;
};

struct Exercise {
    std::string name;              // "10-lost-update", the folder's name
    std::filesystem::path folder;  // absolute
    std::string title;
    int unit = 0;
    std::chrono::minutes minutes{0};
    bool beyond_lecture = false;
    std::string summary;
    std::vector<std::string> files;     // what the student edits and submits
    std::vector<std::string> contract;  // given beside them, never taken from a submission
    std::vector<std::string> hints;
    model::Outcome outcome = model::Outcome::unfinished;  // what the untouched skeleton gets
    int max_score = 0;
    Budget budget;

    std::string number() const { return name.substr(0, 2); }
    std::string slug() const { return name.substr(3); }
};

// Whether the name has the form NN-slug: two digits, then words of small letters and digits.
bool is_exercise_name(std::string_view name);

// Reads `folder`/exercise.toml. The folder's name is the exercise's.
base::Expected<Exercise> read_exercise(const std::filesystem::path& folder);

}  // namespace heddle::catalogue
