// Where the calling thread is: return addresses inside the program under test.
#pragma once

#include "scheduler/record.hpp"

namespace heddle::runtime {

// Fills `stack` with positions in the executable itself, innermost first, relative to where it was
// loaded; frames of shared libraries are left out. About 10 µs.
void capture_stack(scheduler::Stack& stack);

// The same for addresses somebody else collected (a sanitizer's report), `count` of them.
void keep_stack(scheduler::Stack& stack, void* const* addresses, std::size_t count);

}  // namespace heddle::runtime
