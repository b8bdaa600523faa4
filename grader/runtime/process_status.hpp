// What the kernel says of a process (proc(5)). May be asked of any process of
// the program, by whoever has the baton.
#pragma once

#include <cstdint>

namespace heddle::runtime {

// Whether the kernel has done with this process: its descriptors are closed, its locks given back.
bool has_process_gone(int kernel_id);

// What a signal would do to a process. `delayed`: there is a handler, or the first thread blocks
// it.
enum class Disposition : std::uint8_t { by_default, ignored, delayed };

Disposition disposition_of(int kernel_id, int signal);

}  // namespace heddle::runtime
