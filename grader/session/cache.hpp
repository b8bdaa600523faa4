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

// The address of a check's report: everything it depends on, hashed.
std::string cache_key(const Course& course, const GradeRequest& request);

// The stored report, marked as cached; nothing when there is none.
std::optional<model::ExerciseReport> cached(const Course& course, const std::string& key);

// Keeps a graded report. A full disk only means that the next check runs again.
void keep(const Course& course, const std::string& key, const model::ExerciseReport& report);

// Where objects of the exercise's submissions are kept.
build::ObjectStore object_store(const Course& course, const std::string& exercise);

// The last whole report of the student's own files as they are now; nothing when there is none, or
// when they have changed since.
std::optional<model::ExerciseReport> last_report(const Course& course,
                                                 const catalogue::Exercise& exercise);

void keep_last(const Course& course, const catalogue::Exercise& exercise,
               const model::ExerciseReport& report);

}  // namespace heddle::session
