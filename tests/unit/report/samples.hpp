// Reports made by hand, one for each kind of screen. The golden files in tests/golden show them.
#pragma once

#include <string>
#include <vector>

#include "model/report.hpp"

namespace samples {

using heddle::model::ExerciseReport;

ExerciseReport split_rmw();      // a wrong result, told by the interleaving
ExerciseReport data_race();      // three threads, a longer trace
ExerciseReport deadlock();       // two locks in two orders
ExerciseReport relock();         // a circle of one, and a bystander
ExerciseReport run_not_start();  // one thread only, virtual time passes
ExerciseReport first_success();  // a first step without points, with its picture
ExerciseReport success();
ExerciseReport unfinished();
ExerciseReport verified();
ExerciseReport partly_verified();
ExerciseReport build_error();
ExerciseReport not_graded();
ExerciseReport crash();         // a finding without a trace
ExerciseReport long_trace();    // folded in the middle
ExerciseReport many_threads();  // more than fit beside each other

struct Sample {
    std::string name;  // of its golden file
    ExerciseReport report;
};

// Every sample, in the order above.
std::vector<Sample> all();

}  // namespace samples
