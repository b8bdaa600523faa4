// A whole check of one exercise: stage, build, search, judge, points.
#pragma once

#include "build/submission.hpp"
#include "session/course.hpp"
#include "session/listener.hpp"
#include "session/seed.hpp"

namespace heddle::session {

struct GradeRequest {
    catalogue::Exercise exercise;
    build::Submission submission;
    Tests tests = Tests::all;
    Budget budget = Budget::usual;
    Seed seed;
    int repeats = 1;  // replays of each failing schedule; one that doesn't repeat grades nothing
};

// Blocks; several threads may grade at once. The children it starts are gone when it returns. Never
// throws for what a submission does.
model::ExerciseReport grade(const Course& course, const GradeRequest& request, Listener& listener);

// The report of an exercise that could not be graded.
model::ExerciseReport not_graded(const catalogue::Exercise& exercise, const base::Error& error);

}  // namespace heddle::session
