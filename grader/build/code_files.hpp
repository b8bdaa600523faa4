// Which files are C or C++, by the ends of their names. Nothing is read. Safe from any thread.
#pragma once

#include <filesystem>

namespace heddle::build {

bool is_c(const std::filesystem::path& file);

// What is handed to a compiler, C or C++.
bool is_source(const std::filesystem::path& file);

bool is_header(const std::filesystem::path& file);

// One or the other.
bool is_code(const std::filesystem::path& file);

}  // namespace heddle::build
