// For people who grade: what a diagnosis means for the work handed in, and which points go with it.
// One row for each id of the evidence table (rules.hpp). The grader itself never reads this: points
// come from the cases alone. It is printed, with the evidence, in handouts/diagnoses.md.
#pragma once

#include <span>
#include <string_view>

namespace heddle::judge {

// The chapters of the printed table.
enum class Family { lifecycle, data, liveness, bottleneck, memory, task };

// Which cases a mistake of this kind makes fail, and so what it costs.
enum class Cost {
    everything,   // nothing can be run
    reached,      // every case that gets there
    together,     // cases with several threads at work on the same thing
    at_the_end,   // cases that look at what is left when the function has returned
    counted,      // cases that count threads, virtual time or waiting
    single_case,  // the case about just this
};

struct Rubric {
    std::string_view id;
    Family family;
    Cost cost;
    std::string_view sentence;  // to write beside the points
};

// By family; within one in the order in which a course meets them.
std::span<const Rubric> rubrics();

// Null where the table has no row for `id`.
const Rubric* rubric_for(std::string_view id);

}  // namespace heddle::judge
