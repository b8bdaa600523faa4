// The programs by which the course proves itself: the skeleton, the solution, and what lies under
// tests/right and tests/wrong, where the path says what is to be found.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "session/answers.hpp"
#include "session/course.hpp"

namespace heddle::session {

struct Specimen {
    enum class Kind { skeleton, solution, right, wrong } kind;
    std::filesystem::path folder;
    std::string label;      // "wrong/split-rmw/atomic_load_then_store"
    std::string diagnosis;  // expected; "" unless wrong
};

// The exercise's: skeleton, solution, then the right and the wrong ones, each by path. A sample has
// the first three right ones and the first wrong one of each diagnosis.
std::vector<Specimen> specimens_of(const Course& course, const catalogue::Exercise& exercise,
                                   Extent extent);

// Leaves each diagnosis to one of the exercises that have it: that with the fewest so far.
void keep_each_diagnosis_once(std::vector<std::vector<Specimen>>& by_exercise);

}  // namespace heddle::session
