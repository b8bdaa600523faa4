// list(): the course and how far the student is.
#include "base/file.hpp"
#include "session/cache.hpp"
#include "session/course.hpp"

namespace heddle::session {
namespace {

namespace fs = std::filesystem;

// The files that have something left to write in the skeleton; all where none says so.
std::vector<std::string> files_to_edit(const Course& course, const catalogue::Exercise& exercise) {
    std::vector<std::string> marked;
    for (const std::string& file : exercise.files) {
        const auto text = base::read_file(course.skeleton_of(exercise) / file);
        if (text && text->find("TODO(student)") != std::string::npos) marked.push_back(file);
    }
    return marked.empty() ? exercise.files : marked;
}

ListRow row_of(const Course& course, const catalogue::Exercise& exercise) {
    ListRow row;
    row.exercise = exercise.name;
    row.title = exercise.title;
    row.summary = exercise.summary;
    row.unit = exercise.unit;
    row.minutes = static_cast<int>(exercise.minutes.count());
    row.max_score = exercise.max_score;
    const fs::path folder = fs::path("exercises") / exercise.name;
    row.task = folder / "README.md";
    for (const std::string& file : files_to_edit(course, exercise))
        row.edit.push_back(folder / file);
    if (!is_touched(course, exercise)) return row;
    row.progress = Progress::begun;
    const auto last = last_report(course, exercise);
    if (!last || !last->graded) return row;
    row.score = last->score;
    row.max_score = last->max_score;  // less than the exercise's where hidden tests are withheld
    if (model::is_full(*last)) row.progress = Progress::full;
    return row;
}

}  // namespace

base::Expected<std::vector<ListRow>> list(const Place& place) {
    const auto course = open_course(place);
    if (!course) return base::fail(course.error());
    std::vector<ListRow> rows;
    for (const std::string& name : course->catalogue.names()) {
        const auto exercise = course->catalogue.find(name);
        if (!exercise) return base::fail(exercise.error());
        rows.push_back(row_of(*course, *exercise));
    }
    return rows;
}

}  // namespace heddle::session
