// How a command ends that could not be carried out.
#pragma once

#include "base/error.hpp"
#include "cli/command.hpp"

namespace heddle::cli {

// Prints the error and gives the exit code; after Ctrl-C, which needs no explanation, the code
// only.
int fail_with(const Context& context, const base::Error& error);

}  // namespace heddle::cli
