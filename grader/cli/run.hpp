// The program from its arguments to its exit code.
#pragma once

#include <cstdio>

namespace heddle::cli {

// Blocks until the command is done. Writes to the streams only.
int run(int argc, const char* const* argv, std::FILE* out, std::FILE* err);

}  // namespace heddle::cli
