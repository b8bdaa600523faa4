// The memory that a program under test may have: 1 GB, beside its threads' stacks. In `hunt` a
// request beyond it is refused, as on a machine that is full, and a program that copes is right.
// The sanitizers' allocators can't refuse as steadily: there the schedule ends.
#pragma once

#include <pthread.h>

#include <array>

#include "scheduler/record.hpp"

namespace heddle::runtime {

// From here on. Once, in the forked case.
void limit_memory();

// A thread is about to be created with these attributes: its stack comes on top.
void make_room_for_stack(const pthread_attr_t* attributes);

// A request that was refused.
struct Refusal {
    scheduler::ThreadId thread = 0;
    std::array<char, 96> words = {};
    scheduler::Stack where;
};

// The last one; null when there was none.
const Refusal* last_refusal();

}  // namespace heddle::runtime
