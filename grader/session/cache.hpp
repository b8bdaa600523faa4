// What need not be made again. Reports of checks: same files, tests, toolchain,
// budget and seed. Objects: same files and toolchain. And the last report of each exercise's own
// files, which `list` and `replay` ask for.
#pragma once

#include <optional>
#include <string>

#include "build/object_store.hpp"
#include "session/course.hpp"
#include "session/grade.hpp"

namespace heddle::session {

// grade(), or what it said of the same before, marked as cached. A full disk only means that the
// next time it is graded again.
model::ExerciseReport grade_or_recall(const Course& course, const GradeRequest& request,
                                      Listener& listener);

// Where objects of the exercise's submissions are kept.
build::ObjectStore object_store(const Course& course, const std::string& exercise);

// The last whole report of the student's own files as they are now; nothing when there is none, or
// when they have changed since.
std::optional<model::ExerciseReport> last_report(const Course& course,
                                                 const catalogue::Exercise& exercise);

void keep_last(const Course& course, const catalogue::Exercise& exercise,
               const model::ExerciseReport& report);

}  // namespace heddle::session
