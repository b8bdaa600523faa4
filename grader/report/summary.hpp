// Several exercises on one page: a line each, the sum, and the one screen that helps most. Showing
// every failure at once helps nobody; the page says how to see the next.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/report.hpp"
#include "report/page.hpp"

namespace heddle::report {

// What was graded, added up. What was not is only counted.
struct Totals {
    int score = 0;
    int max_score = 0;
    long long graded = 0;
    long long not_graded = 0;
};

Totals totals_of(const std::vector<model::ExerciseReport>& reports);

// Beside a score: the main finding's name or why it was not graded; for full marks in how many
// cases all schedules were tried, "" where in none.
std::string remark(const model::ExerciseReport& report);

// Graded, finished and not full.
bool has_failed(const model::ExerciseReport& report);

// One exercise as one line, printed as soon as it is done.
void write_summary_line(Page& page, const model::ExerciseReport& report);

// What follows the lines: the sum, then the exercise to look at first.
void write_summary(Page& page, const std::vector<model::ExerciseReport>& reports,
                   std::string_view same_options = {});

// What was not graded, else the first that failed, else the first unfinished; null when all is
// done.
const model::ExerciseReport* report_to_show(const std::vector<model::ExerciseReport>& reports);

}  // namespace heddle::report
