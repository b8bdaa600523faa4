#include "catalogue/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/text.hpp"

namespace heddle::catalogue {
namespace {

namespace fs = std::filesystem;

base::Expected<std::vector<std::string>> exercise_names(const fs::path& folder) {
    std::error_code error;
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (is_exercise_name(name) && fs::exists(entry.path() / "exercise.toml", error))
            names.push_back(name);
    }
    if (error)
        return base::fail({"can't list the exercises: " + error.message(), folder.string(),
                           "Run heddle in a complete checkout of the course."});
    std::sort(names.begin(), names.end());
    return names;
}

// "4" is "04"; "exercises/10-lost-update/" is "10-lost-update".
std::string canonical(std::string_view word) {
    while (word.ends_with('/'))
        word.remove_suffix(1);
    if (const auto slash = word.rfind('/'); slash != std::string_view::npos)
        word.remove_prefix(slash + 1);
    const bool is_one_digit = word.size() == 1 && word[0] >= '0' && word[0] <= '9';
    return is_one_digit ? fmt::format("0{}", word) : std::string(word);
}

}  // namespace

base::Expected<Catalogue> Catalogue::open(const fs::path& root) {
    auto course = read_course_file(root / "course.toml");
    if (!course) return tl::unexpected(course.error());

    Catalogue catalogue;
    catalogue.root_ = fs::absolute(root);
    catalogue.course_ = *std::move(course);

    auto names = exercise_names(root / "exercises");
    if (!names) return tl::unexpected(names.error());
    catalogue.names_ = *std::move(names);
    return catalogue;
}

std::optional<std::string> Catalogue::name_of(std::string_view word) const {
    const std::string wanted = canonical(word);
    for (const std::string& name : names_)
        if (wanted == name || wanted == name.substr(0, 2) || wanted == name.substr(3)) return name;
    return std::nullopt;
}

base::Expected<Exercise> Catalogue::find(std::string_view word) const {
    const auto name = name_of(word);
    if (!name) return base::fail(unknown(word));
    return read_exercise(root_ / "exercises" / *name);
}

base::Expected<std::vector<Exercise>> Catalogue::all() const {
    std::vector<Exercise> exercises;
    for (const std::string& name : names_) {
        auto exercise = read_exercise(root_ / "exercises" / name);
        if (!exercise) return tl::unexpected(exercise.error());
        exercises.push_back(*std::move(exercise));
    }
    return exercises;
}

base::Error Catalogue::unknown(std::string_view word) const {
    std::vector<std::string> candidates = names_;
    for (const std::string& name : names_)
        candidates.push_back(name.substr(3));

    const auto near = base::nearest(canonical(word), candidates);
    const std::string suggestion = near ? fmt::format("Did you mean {}? ", *near) : "";
    return {fmt::format("no exercise is called '{}'", word), "",
            suggestion + "`./heddle list` shows them all."};
}

}  // namespace heddle::catalogue
