#include "session/selection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "session/handed_in.hpp"

namespace heddle::session {
namespace {

namespace fs = std::filesystem;
using base::Expected;
using catalogue::Exercise;
using Selection = std::vector<Selected>;

// Those that were named, each once.
Expected<std::vector<Exercise>> named(const Course& course, const std::vector<std::string>& words) {
    std::vector<Exercise> exercises;
    for (const std::string& word : words) {
        auto exercise = course.catalogue.find(word);
        if (!exercise) return base::fail(exercise.error());
        const bool is_known =
            std::any_of(exercises.begin(), exercises.end(),
                        [&](const Exercise& one) { return one.name == exercise->name; });
        if (!is_known) exercises.push_back(*std::move(exercise));
    }
    return exercises;
}

void sort_by_name(Selection& selection) {
    std::sort(selection.begin(), selection.end(), [](const Selected& a, const Selected& b) {
        return a.exercise.name < b.exercise.name;
    });
}

fs::path files_for(const Course& course, const Options& options, const Exercise& exercise) {
    return options.files == Files::solutions ? course.solution_of(exercise) : exercise.folder;
}

bool is_wanted(const Course& course, const Options& options, const Exercise& exercise) {
    return options.breadth == Breadth::all || is_touched(course, exercise);
}

// --- What was handed in ---

Selected take(Exercise exercise, const HandedIn& handed_in, const fs::path& submission) {
    const auto refused = handed_in.refused.find(exercise.name);
    if (refused != handed_in.refused.end())
        return {std::move(exercise), submission, refused->second};
    const auto folder = handed_in.folders.find(exercise.name);
    return {std::move(exercise), folder == handed_in.folders.end() ? submission : folder->second};
}

Exercise nameless(const std::string& name) {
    Exercise exercise;
    exercise.name = name;
    return exercise;
}

base::Error ambiguous(const HandedIn& handed_in, const fs::path& submission) {
    std::string names;
    for (const auto& [name, folder] : handed_in.folders)
        names += (names.empty() ? "" : ", ") + name;
    return {"these files may be for more than one exercise: " + names, submission.string(),
            fmt::format("Name the one that is meant: ./heddle check {} --submission {}",
                        handed_in.folders.begin()->first, base::shell_word(submission.string()))};
}

Expected<Selection> everything(const Course& course, const HandedIn& handed_in,
                               const fs::path& submission) {
    const bool is_one = handed_in.layout == HandedIn::Layout::files;
    if (is_one && handed_in.folders.size() > 1) return base::fail(ambiguous(handed_in, submission));
    Selection selected;
    for (const auto& [name, folder] : handed_in.folders) {
        if (handed_in.untouched.count(name) != 0) continue;
        auto exercise = course.catalogue.find(name);
        if (!exercise) return base::fail(exercise.error());
        selected.push_back({*std::move(exercise), folder});
    }
    for (const auto& [name, error] : handed_in.refused) {
        const auto exercise = course.catalogue.find(name);
        selected.push_back({exercise.value_or(nameless(name)), submission, error});
    }
    sort_by_name(selected);
    const bool is_edition = handed_in.layout == HandedIn::Layout::edition;
    if (selected.empty() && !is_edition) return base::fail(nothing_handed_in(course, submission));
    return selected;
}

Expected<Selection> select_handed_in(const Course& course, const Options& options) {
    const fs::path& submission = *options.submission;
    const auto handed_in = look_into(course, submission);
    if (!handed_in) return base::fail(handed_in.error());
    if (options.exercises.empty()) return everything(course, *handed_in, submission);
    auto exercises = named(course, options.exercises);
    if (!exercises) return base::fail(exercises.error());
    Selection selected;
    for (Exercise& exercise : *exercises)
        selected.push_back(take(std::move(exercise), *handed_in, submission));
    return selected;
}

// --- What lies in the course ---

Expected<Selection> select_own(const Course& course, const Options& options) {
    const bool is_named = !options.exercises.empty();
    auto exercises = named(course, is_named ? options.exercises : course.catalogue.names());
    if (!exercises) return base::fail(exercises.error());
    Selection selected;
    for (Exercise& exercise : *exercises) {
        if (!is_named && !is_wanted(course, options, exercise)) continue;
        fs::path files = files_for(course, options, exercise);
        selected.push_back({std::move(exercise), std::move(files)});
    }
    return selected;
}

}  // namespace

Expected<Selection> select(const Course& course, const Options& options) {
    return options.submission ? select_handed_in(course, options) : select_own(course, options);
}

}  // namespace heddle::session
