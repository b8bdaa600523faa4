// Sets the student's initialisers of global objects aside: in a test program they run within each
// case, where a mistake costs the case and not the program that serves them all.
#pragma once

#include <filesystem>

#include "base/error.hpp"

namespace heddle::build {

// The section that `.init_array` is renamed to; the harness finds it by this name.
inline constexpr const char* deferred_init_section = "heddle_deferred_init";

// Makes the renamed section of a joined object ordinary data. Left as it is, a linker would take it
// for the program's own .init_array (gold uses the last section of that type). Fine without one.
base::Expected<void> make_init_ordinary(const std::filesystem::path& object);

}  // namespace heddle::build
