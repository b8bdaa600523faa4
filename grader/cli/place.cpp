#include "cli/place.hpp"

#include <cstdlib>
#include <optional>
#include <system_error>

namespace heddle::cli {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> from_environment(const char* name) {
    const char* const value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return fs::absolute(value);
}

std::optional<fs::path> course_above(fs::path folder) {
    std::error_code ignored;
    while (!fs::exists(folder / "course.toml", ignored)) {
        if (folder == folder.parent_path()) return std::nullopt;
        folder = folder.parent_path();
    }
    return folder;
}

std::optional<fs::path> find_root() {
    if (auto root = from_environment("HEDDLE_ROOT")) return root;
    std::error_code failure;
    const fs::path here = fs::current_path(failure);
    return failure ? std::nullopt : course_above(here);
}

}  // namespace

base::Expected<session::Place> find_place() {
    const std::optional<fs::path> root = find_root();
    if (!root) {
        return base::fail({"no course here: there is no course.toml in this folder or above it", "",
                           "Go to the folder that holds ./heddle, then try again."});
    }
    return session::Place{*root, from_environment("HEDDLE_BUILD").value_or(*root / "build")};
}

}  // namespace heddle::cli
