// Splits a compiler's output into errors and finds the line of the student's that each comes from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "build/failure.hpp"

namespace heddle::build {

// One error with the lines that belong to it: where it was instantiated from before it (gcc) or
// after it (clang), notes and excerpts after it.
struct CompilerError {
    Diagnostic place;        // as printed, in whatever file
    std::string whole_text;  // all its lines
};

std::vector<CompilerError> compiler_errors(std::string_view output);

// The error moved to the first line in one of `files` that it mentions: its own, else the one from
// which the template or header was used. Its file is "" when none of them is mentioned.
Diagnostic seen_from(const CompilerError& error, const std::vector<std::string>& files);

}  // namespace heddle::build
