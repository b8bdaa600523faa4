#include "session/selection.hpp"

#include <algorithm>

namespace heddle::session {
namespace {

namespace fs = std::filesystem;
using base::Expected;
using catalogue::Exercise;

bool has_any_file(const Exercise& exercise, const fs::path& folder) {
    std::error_code ignored;
    return std::any_of(exercise.files.begin(), exercise.files.end(), [&](const std::string& file) {
        return fs::exists(fs::symlink_status(folder / file, ignored));
    });
}

// A submission is a folder of files for one exercise, or of folders by exercise.
fs::path files_in(const fs::path& submission, const Exercise& exercise) {
    std::error_code ignored;
    const fs::path own = submission / exercise.name;
    return fs::is_directory(own, ignored) ? own : submission;
}

fs::path files_for(const Course& course, const Options& options, const Exercise& exercise) {
    if (options.submission) return files_in(*options.submission, exercise);
    return options.files == Files::solutions ? course.solution_of(exercise) : exercise.folder;
}

bool is_wanted(const Course& course, const Options& options, const Exercise& exercise) {
    if (options.submission) return has_any_file(exercise, files_in(*options.submission, exercise));
    return options.breadth == Breadth::all || is_touched(course, exercise);
}

Expected<void> refuse_missing_folder(const Options& options) {
    std::error_code failure;
    if (!options.submission || fs::is_directory(*options.submission, failure)) return {};
    return base::fail({"not a folder", options.submission->string(),
                       "Give --submission the folder that holds the files."});
}

}  // namespace

Expected<std::vector<Selected>> select(const Course& course, const Options& options) {
    if (auto there = refuse_missing_folder(options); !there) return base::fail(there.error());
    std::vector<Selected> selected;
    std::vector<std::string> names = options.exercises;
    const bool is_named = !names.empty();
    if (!is_named) names = course.catalogue.names();
    for (const std::string& name : names) {
        auto exercise = course.catalogue.find(name);
        if (!exercise) return base::fail(exercise.error());
        if (!is_named && !is_wanted(course, options, *exercise)) continue;
        fs::path files = files_for(course, options, *exercise);
        selected.push_back({std::move(*exercise), std::move(files)});
    }
    std::sort(selected.begin(), selected.end(), [](const Selected& a, const Selected& b) {
        return a.exercise.name < b.exercise.name;
    });
    return selected;
}

}  // namespace heddle::session
