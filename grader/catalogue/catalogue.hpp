// The course as it lies on disk: course.toml and the folders of exercises/. An exercise is read
// when it is asked for, so that one broken exercise.toml doesn't keep the others from being graded.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "catalogue/course_file.hpp"
#include "catalogue/exercise.hpp"

namespace heddle::catalogue {

class Catalogue {
  public:
    // Reads `root`/course.toml and the names of the folders in `root`/exercises.
    static base::Expected<Catalogue> open(const std::filesystem::path& root);

    const std::filesystem::path& root() const { return root_; }
    const std::string& title() const { return course_.title; }
    const std::string& salt() const { return course_.salt; }  // a secret in a class: never print it

    // Nothing in the course itself, which editions are made from.
    const std::optional<Stamp>& stamp() const { return course_.stamp; }

    // "00-first-thread", "04-subclass", … in the order of the course: each folder of exercises/
    // with such a name and an exercise.toml.
    const std::vector<std::string>& names() const { return names_; }

    // The name that "10", "lost-update", "10-lost-update" or the path of such a folder means.
    std::optional<std::string> name_of(std::string_view word) const;

    // The exercise of that name. The Error for an unknown word offers the nearest name.
    base::Expected<Exercise> find(std::string_view word) const;

    // Every exercise, or the first Error.
    base::Expected<std::vector<Exercise>> all() const;

  private:
    base::Error unknown(std::string_view word) const;

    std::filesystem::path root_;
    CourseFile course_;
    std::vector<std::string> names_;
};

}  // namespace heddle::catalogue
