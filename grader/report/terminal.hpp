// A whole exercise on the terminal: the headline with the score, then the one screen that fits what
// happened, then how it was found. What happened, why, one question; never a reproach.
#pragma once

#include <string_view>

#include "model/report.hpp"
#include "report/page.hpp"

namespace heddle::report {

// `same_options` is added to the commands that the page suggests, so that they are about the same
// files and schedules, e.g. "--submission DIR --seed 7".
void write_exercise(Page& page, const model::ExerciseReport& report,
                    std::string_view same_options = {});

// The same without the headline above and how it was found below: what other formats carry inside.
void write_body(Page& page, const model::ExerciseReport& report,
                std::string_view same_options = {});

// The same screen while the check still runs and the score isn't known.
void write_early_finding(Page& page, std::string_view exercise, const model::CaseReport& failed,
                         std::string_view same_options = {});

}  // namespace heddle::report
