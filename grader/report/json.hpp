// Reports for programs: "heddle.report/1", described by report.schema.json beside this file. The
// same reports always give the same bytes. Malformed UTF-8 becomes U+FFFD.
#pragma once

#include <string>
#include <vector>

#include "model/report.hpp"

namespace heddle::report {

// One JSON object, indented, with a line break at its end.
std::string to_json(const std::vector<model::ExerciseReport>& reports);

}  // namespace heddle::report
