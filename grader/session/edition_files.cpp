#include "session/edition_files.hpp"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>

#include "base/file.hpp"
#include "session/form.hpp"

namespace heddle::session {
namespace {

namespace fs = std::filesystem;
using base::Expected;
using catalogue::Exercise;

constexpr std::string_view each_exercise = "NN-slug";

// A secret salt stays here; whoever has an edition may know how its schedules are drawn.
constexpr const char* public_salt = "heddle";

std::vector<std::string> for_each_exercise(const std::string& pattern,
                                           const std::vector<std::string>& exercises) {
    const std::size_t place = pattern.find(each_exercise);
    if (place == std::string::npos) return {pattern};
    std::vector<std::string> patterns;
    for (const std::string& exercise : exercises)
        patterns.push_back(std::string(pattern).replace(place, each_exercise.size(), exercise));
    return patterns;
}

// What is in `folder` and fits one part of a pattern. `*` doesn't stand for a dot at the beginning.
std::vector<fs::path> fitting(const fs::path& folder, const fs::path& part) {
    if (part.string().find('*') == std::string::npos) return {folder / part};
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (::fnmatch(part.c_str(), entry.path().filename().c_str(), FNM_PERIOD) == 0)
            found.push_back(entry.path());
    }
    return found;
}

std::vector<fs::path> files_fitting(const fs::path& root, const fs::path& pattern) {
    std::vector<fs::path> found = {root};
    for (const fs::path& part : pattern) {
        std::vector<fs::path> deeper;
        for (const fs::path& folder : found) {
            const std::vector<fs::path> here = fitting(folder, part);
            deeper.insert(deeper.end(), here.begin(), here.end());
        }
        found = std::move(deeper);
    }
    std::erase_if(found, [](const fs::path& file) {
        std::error_code ignored;
        return !fs::is_regular_file(fs::symlink_status(file, ignored));
    });
    return found;
}

// editions/self/README.md goes to the top.
fs::path place_in_edition(const fs::path& file) {
    if (*file.begin() != "editions") return file;
    fs::path place;
    for (auto part = std::next(file.begin(), 2); part != file.end(); ++part)
        place /= *part;
    return place;
}

Expected<void> add(Tree& tree, const fs::path& from, const fs::path& to) {
    auto content = base::read_file(from);
    if (!content) return base::fail(content.error());
    tree[to] = *std::move(content);
    return {};
}

Expected<void> add_fitting(Tree& tree, const fs::path& root, const std::string& pattern) {
    const std::vector<fs::path> files = files_fitting(root, pattern);
    if (files.empty() && pattern.find('*') == std::string::npos) {
        return base::fail({"this file belongs to the edition and isn't there",
                           (root / pattern).string(),
                           "Write it, or take its name out of editions/editions.toml."});
    }
    for (const fs::path& file : files) {
        const auto added = add(tree, file, place_in_edition(file.lexically_relative(root)));
        if (!added) return added;
    }
    return {};
}

base::Error not_as_it_came(const Course& course, const Exercise& exercise) {
    return {"the exercise isn't as it came, and may hold a solution", exercise.folder.string(),
            fmt::format(
                "Put it back: ./heddle reset {}. If the skeleton itself was changed, remove {}.",
                exercise.number(), course.skeleton_of(exercise).string())};
}

Expected<void> add_exercise(Tree& tree, const Course& course, const Exercise& exercise) {
    if (is_touched(course, exercise)) return base::fail(not_as_it_came(course, exercise));
    const fs::path folder = fs::path("exercises") / exercise.name;
    const fs::path skeleton = fs::path("skeletons") / exercise.name;
    for (const std::string& file : exercise.files) {
        for (const fs::path& to : {folder, skeleton}) {
            const auto added = add(tree, course.skeleton_of(exercise) / file, to / file);
            if (!added) return added;
        }
    }
    for (const std::string& file : exercise.contract) {
        if (auto added = add(tree, exercise.folder / file, folder / file); !added) return added;
    }
    return {};
}

}  // namespace

Expected<Tree> edition_files(const Course& course, catalogue::Audience audience) {
    const auto patterns = catalogue::edition_patterns(course.place.root, audience);
    if (!patterns) return base::fail(patterns.error());
    const auto exercises = course.catalogue.all();
    if (!exercises) return base::fail(exercises.error());

    Tree tree;
    for (const std::string& listed : *patterns) {
        for (const std::string& pattern : for_each_exercise(listed, course.catalogue.names())) {
            const auto added = add_fitting(tree, course.catalogue.root(), pattern);
            if (!added) return base::fail(added.error());
        }
    }
    catalogue::Stamp stamp{catalogue::name(audience), HEDDLE_VERSION, {}};
    for (const Exercise& exercise : *exercises) {
        const auto added = add_exercise(tree, course, exercise);
        if (!added) return base::fail(added.error());
        auto form = form_of(exercise);
        if (!form) return base::fail(form.error());
        stamp.forms[exercise.name] = *std::move(form);
    }
    tree["course.toml"] = catalogue::to_toml({course.catalogue.title(), public_salt, stamp});
    return tree;
}

Expected<Tree> solution_files(const Course& course) {
    const auto exercises = course.catalogue.all();
    if (!exercises) return base::fail(exercises.error());
    Tree tree;
    for (const Exercise& exercise : *exercises) {
        std::vector<std::string> files = exercise.files;
        files.emplace_back("NOTES.md");
        for (const std::string& file : files) {
            const auto added = add(tree, course.solution_of(exercise) / file,
                                   fs::path("exercises") / exercise.name / file);
            if (!added) return base::fail(added.error());
        }
    }
    return tree;
}

}  // namespace heddle::session
