// check(): from what was asked to one report an exercise.
#include <chrono>

#include "process/interrupt.hpp"
#include "process/runner.hpp"
#include "session/cache.hpp"
#include "session/left_out.hpp"
#include "session/selection.hpp"

namespace heddle::session {
namespace {

// Where the files lie in the repository that holds them: this course, or the submission.
std::string folder_in_repository(const Place& place, const Options& options,
                                 const std::filesystem::path& files) {
    const std::filesystem::path repository = options.submission.value_or(place.root);
    const std::string folder = files.lexically_relative(repository).generic_string();
    return folder == "." ? "" : folder;
}

model::ExerciseReport grade_selected(const Course& course, const Selected& selected,
                                     const Options& options, Listener& listener) {
    if (selected.refusal) return not_graded(selected.exercise, *selected.refusal);
    auto submission = build::read_submission(selected.exercise, selected.files);
    if (!submission) return not_graded(selected.exercise, submission.error());
    const GradeRequest request{selected.exercise, std::move(*submission), options.tests,
                               options.budget, Seed(course.catalogue.salt(), options.seed)};
    return grade_or_recall(course, request, listener);
}

model::ExerciseReport check_one(const Course& course, const Selected& selected,
                                const Options& options, Listener& listener) {
    const auto start = std::chrono::steady_clock::now();
    model::ExerciseReport report = grade_selected(course, selected, options, listener);
    report.folder = folder_in_repository(course.place, options, selected.files);
    report.wall_time = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    for (const auto look : {left_out, misplaced}) {
        const auto noted = look(selected.exercise, selected.files);
        if (noted && report.graded) report.observations.push_back(*noted);
    }
    return report;
}

}  // namespace

base::Expected<std::vector<model::ExerciseReport>> check(const Place& place, const Options& options,
                                                         Listener& listener) {
    const auto course = options.files == Files::solutions
                            ? open_whole_course(place, "grade the course's solutions")
                            : open_course(place);
    if (!course) return base::fail(course.error());
    const auto selected = select(*course, options);
    if (!selected) return base::fail(selected.error());
    const bool is_own = !options.submission && options.files == Files::own;

    std::vector<model::ExerciseReport> reports;
    for (const Selected& each : *selected) {
        listener.exercise_began(each.exercise.name, reports.size(), selected->size());
        model::ExerciseReport report = check_one(*course, each, options, listener);
        if (process::is_interrupted()) return base::fail(process::interrupted_error());
        if (is_own && options.tests == Tests::all) keep_last(*course, each.exercise, report);
        listener.exercise_ended(report);
        reports.push_back(std::move(report));
    }
    return reports;
}

}  // namespace heddle::session
