// What an object file defines.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/error.hpp"

namespace heddle::build {

// Whether the ELF object defines this global symbol (a mangled name). An Error when it can't be
// read.
base::Expected<bool> defines(const std::filesystem::path& object, std::string_view symbol);

}  // namespace heddle::build
