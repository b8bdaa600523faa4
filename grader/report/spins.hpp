// Folds a thread's going round in circles: steps that one thread repeats, alone and without a
// difference, are shown once at each end and counted in between. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "model/trace.hpp"

namespace heddle::report {

// A step, or so many rounds of `period` steps each.
struct FoldedRow {
    std::size_t first = 0;   // index in Trace::steps
    std::size_t rounds = 0;  // 0: it is one step
    std::size_t period = 1;

    std::size_t last() const { return rounds == 0 ? first : first + rounds * period - 1; }
};

// Every step is in one row, in order.
std::vector<FoldedRow> fold_spins(const model::Trace& trace);

}  // namespace heddle::report
