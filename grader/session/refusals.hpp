// Errors that more than one command gives, each with its next step. Pure functions.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace heddle::session {

// `verb` is what was asked for: "replay".
base::Error does_not_compile(const std::string& exercise,
                             const std::optional<std::filesystem::path>& submission,
                             const std::string& verb);

// Offers the nearest of the cases, or all of them.
base::Error no_such_case(const std::string& name, const std::vector<std::string>& cases);

// "These failed:", and below it the cases, each as a shell reads it.
std::string listed(const std::string& heading, const std::vector<std::string>& cases);

}  // namespace heddle::session
