// Quotes lines of the student's code. Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/trace.hpp"

namespace heddle::report {

// The lines of each file, by its name in a trace.
using Sources = std::map<std::string, std::vector<std::string>>;

// The line without its indentation; "" where it isn't known.
std::string code_at(const Sources& sources, const model::SourceLine& where);

}  // namespace heddle::report
