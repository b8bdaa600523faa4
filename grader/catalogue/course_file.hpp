// course.toml: the course's title and salt, and in an edition the stamp that says what it is a copy
// of.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/error.hpp"

namespace heddle::catalogue {

// What an edition says of itself.
struct Stamp {
    std::string audience;  // "self" or "class"
    std::string version;   // of the Heddle that made it
    // By exercise: a word that changes with what a submission must fit. An older edition than ours
    // has another.
    std::map<std::string, std::string> forms;
};

struct CourseFile {
    std::string title;
    std::string salt;
    std::optional<Stamp> stamp;  // in an edition only
};

// Strict, as for exercise.toml.
base::Expected<CourseFile> read_course_file(const std::filesystem::path& file);

// The text that reads back as the same.
std::string to_toml(const CourseFile& course);

}  // namespace heddle::catalogue
