// What a CI system takes for a command when it reads our output as a log, and how a line is kept
// from being one. GitHub's runner obeys "::name …::" at the start of a line, after any white space,
// and "##[name]…" anywhere in it; Azure's agent obeys "##vso[…]", TeamCity "##teamcity[…]". What is
// made of control characters, such as GitLab's sections, never gets past printable(). Pure
// functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace heddle::report {

// Offsets in a printable line, in order, where a backslash must stand so that nobody obeys it.
std::vector<std::size_t> command_marks(std::string_view line);

// The line with those backslashes: "\::error::x", "##\[error]x".
std::string without_commands(std::string_view line);

}  // namespace heddle::report
