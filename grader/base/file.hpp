// Whole files in and out. A reader never sees half of what write_file wrote, and a failed write
// leaves the old file as it was. Paths are not checked for who owns them. Safe from any thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace heddle::base {

// No file of ours or of a student has a reason to be larger.
inline constexpr std::size_t largest_file_bytes = 64U << 20U;

// The bytes of a regular file. An Error when it's missing, not a regular file, unreadable or larger
// than `limit_bytes`. Never blocks on a FIFO.
Expected<std::string> read_file(const std::filesystem::path& path,
                                std::size_t limit_bytes = largest_file_bytes);

// Replaces the file by writing a temporary one beside it and renaming that. Makes missing folders.
// Survives a crash of this program, not of the machine (no fsync).
Expected<void> write_file(const std::filesystem::path& path, std::string_view content);

}  // namespace heddle::base
