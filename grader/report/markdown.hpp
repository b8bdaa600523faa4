// Reports as Markdown for a job's summary page on GitHub: a table of exercises, then each failure
// as the terminal shows it. All that may be a student's text stands in a fenced block, where it is
// neither Markdown, HTML, a formula nor a mention. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.hpp"

namespace heddle::report {

// GitHub drops a step's whole summary when it is larger.
inline constexpr std::size_t largest_step_summary_bytes = 1U << 20U;

// At most `room` bytes: failures that don't fit are only counted, and "" where not even the table
// does. `same_options` is added to the commands that the text suggests.
std::string to_markdown(const std::vector<model::ExerciseReport>& reports, std::size_t room,
                        std::string_view same_options = {});

}  // namespace heddle::report
