// Reports as JSON text and back, for the cache and for `replay`: our own form,
// read only by the program that wrote it. Other programs get report/json.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/report.hpp"

namespace heddle::session {

std::string to_text(const model::ExerciseReport& report);

// Nothing when the text isn't such a report.
std::optional<model::ExerciseReport> report_from(std::string_view text);

}  // namespace heddle::session
