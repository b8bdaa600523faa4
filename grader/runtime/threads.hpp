// Thread control: preparations before any thread exists, and which thread a handle is.
#pragma once

#include <pthread.h>

#include "scheduler/record.hpp"

namespace heddle::runtime {

void prepare_threads();

// The calling thread is `thread`, the only one of a process that has just been forked.
void adopt_forked_thread(scheduler::ThreadId thread);

// no_thread where it is none of the case's, or has been joined.
scheduler::ThreadId thread_of(pthread_t handle);

}  // namespace heddle::runtime
