// Findings as GitHub's annotations: lines that its runner obeys when they are printed in a step,
// and shows beside the student's code. A finding is an error, what was not graded a warning, what
// is still to be written a notice. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/report.hpp"

namespace heddle::report {

// GitHub shows no more of one kind for a step.
inline constexpr std::size_t most_annotations_of_a_kind = 10;

// A line an annotation, "::error file=…,line=…,title=…::…", "" where there is nothing to say. Tells
// what happened, the interleaving, and in one last line the question (of what was not graded the
// reason and the hint), which stays where the text is cut to fit. The main finding of each exercise
// comes first, so that many in one exercise hide no other; what goes beyond GitHub's limits is left
// out. Paths are those in the student's repository.
std::string to_annotations(const std::vector<model::ExerciseReport>& reports);

}  // namespace heddle::report
