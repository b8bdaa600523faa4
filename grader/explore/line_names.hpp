// What lies in each line of memory that a schedule moved between cores: by the names of the objects
// that the student's own lines touch there.
#pragma once

#include <span>
#include <vector>

#include "explore/observation.hpp"

namespace heddle::explore {

// The record's lines; `steps` are those of the same schedule, with their objects' names.
std::vector<ObservedLine> named_lines(const scheduler::Record& record,
                                      std::span<const ObservedStep> steps);

}  // namespace heddle::explore
