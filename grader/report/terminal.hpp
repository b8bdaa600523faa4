// A whole exercise on the terminal: the headline with the score, then the one screen that fits what
// happened, then how it was found. What happened, why, one question; never a reproach.
#pragma once

#include <string_view>

#include "model/report.hpp"
#include "report/page.hpp"

namespace heddle::report {

// `replay_options` is added to the replay command that the page suggests, e.g. "--submission DIR".
void write_exercise(Page& page, const model::ExerciseReport& report,
                    std::string_view replay_options = {});

// The same without the headline above and how it was found below: what other formats carry inside.
void write_body(Page& page, const model::ExerciseReport& report,
                std::string_view replay_options = {});

// The same screen while the check still runs and the score isn't known.
void write_early_finding(Page& page, std::string_view exercise, const model::CaseReport& failed,
                         std::string_view replay_options = {});

}  // namespace heddle::report
