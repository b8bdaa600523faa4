// Where the calling thread is: return addresses inside the program under test.
#pragma once

#include "scheduler/record.hpp"

namespace heddle::runtime {

// Fills `stack` with positions in the executable itself, innermost first, relative to where it was
// loaded; frames of shared libraries are left out. About 10 µs.
void capture_stack(scheduler::Stack& stack);

// Where the executable was loaded.
std::uint64_t load_address();

// Which code the function with this frame was called from, as a hash of at most `most_frames`
// positions in the executable, found by the chain of frames. Well below 1 µs.
scheduler::Place place_of(const void* frame, int most_frames);

// The same as capture_stack() for addresses somebody else collected (a sanitizer's report), `count`
// of them.
void keep_stack(scheduler::Stack& stack, void* const* addresses, std::size_t count);

}  // namespace heddle::runtime
