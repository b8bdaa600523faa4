// The course as it lies on disk: course.toml and the folders of exercises/. An exercise is read
// when it is asked for, so that one broken exercise.toml doesn't keep the others from being graded.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "catalogue/exercise.hpp"

namespace heddle::catalogue {

class Catalogue {
  public:
    // Reads `root`/course.toml and the names of the folders in `root`/exercises.
    static base::Expected<Catalogue> open(const std::filesystem::path& root);

    const std::filesystem::path& root() const { return root_; }
    const std::string& title() const { return title_; }
    const std::string& salt() const { return salt_; }  // a secret in a class: never print it

    // "00-first-thread", "04-subclass", … in the order of the course: each folder of exercises/
    // with such a name and an exercise.toml.
    const std::vector<std::string>& names() const { return names_; }

    // The exercise that "10", "lost-update", "10-lost-update" or the path of its folder means. The
    // Error for any other word offers the nearest name.
    base::Expected<Exercise> find(std::string_view word) const;

    // Every exercise, or the first Error.
    base::Expected<std::vector<Exercise>> all() const;

  private:
    base::Error unknown(std::string_view word) const;

    std::filesystem::path root_;
    std::string title_;
    std::string salt_;
    std::vector<std::string> names_;
};

}  // namespace heddle::catalogue
