// The memory that a program under test may have: 1 GB, beside the stacks of all threads that it
// ever started; what is mapped as shared doesn't count. In `hunt` a request beyond it is refused,
// as on a machine that is full, and a program that copes is right. The sanitizers' allocators can't
// refuse as steadily: there the schedule ends.
#pragma once

#include <array>
#include <cstddef>

#include "scheduler/record.hpp"

namespace heddle::runtime {

// From here on. Once, in the forked case.
void limit_memory();

// A thread is about to be created with a stack of so many bytes, which come on top.
void make_room_for_stack(std::size_t size);

// A request that was refused.
struct Refusal {
    scheduler::ThreadId thread = 0;
    std::array<char, 96> words = {};
    scheduler::Stack where;
};

// The running thread asked for so many bytes in vain. `hunt` only.
void note_refusal(std::size_t size);

// The last one; null when there was none.
const Refusal* last_refusal();

}  // namespace heddle::runtime
