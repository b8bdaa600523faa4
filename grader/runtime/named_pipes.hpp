// Pipes with a name in the file system.
#pragma once

#include <cstdint>
#include <optional>

namespace heddle::runtime {

// What the pipe of that name is to the engine; nothing where the name is another thing's. `folder`
// is where a relative name begins.
std::optional<std::uint64_t> named_pipe(int folder, const char* path);

}  // namespace heddle::runtime
