// Preparations for thread control, before any thread exists.
#pragma once

#include "scheduler/record.hpp"

namespace heddle::runtime {

void prepare_threads();

// The calling thread is `thread`, the only one of a process that has just been forked.
void adopt_forked_thread(scheduler::ThreadId thread);

}  // namespace heddle::runtime
