// Several exercises on one page: a line each, the sum, and the one screen that helps most. Showing
// every failure at once helps nobody; the page says how to see the next.
#pragma once

#include <string_view>
#include <vector>

#include "model/report.hpp"
#include "report/page.hpp"

namespace heddle::report {

// One exercise as one line, printed as soon as it is done.
void write_summary_line(Page& page, const model::ExerciseReport& report);

// What follows the lines: the sum, then the exercise to look at first.
void write_summary(Page& page, const std::vector<model::ExerciseReport>& reports,
                   std::string_view replay_options = {});

// What was not graded, else the first that failed, else the first unfinished; null when all is
// done.
const model::ExerciseReport* report_to_show(const std::vector<model::ExerciseReport>& reports);

}  // namespace heddle::report
