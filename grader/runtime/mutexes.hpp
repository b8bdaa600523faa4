// Taking and giving back a mutex inside another operation, as a condition wait does.
#pragma once

#include <pthread.h>

#include "scheduler/record.hpp"

namespace heddle::runtime {

// Waits for the mutex within the announced operation and takes it; ETIMEDOUT once `deadline` has
// passed (0: never). Returns the real call's answer otherwise: EDEADLK, say, to an owner that asks
// again.
int acquire(pthread_mutex_t* mutex, scheduler::Time deadline);

// Gives the mutex back and makes those who wait for it runnable. Returns the real call's answer.
int release(pthread_mutex_t* mutex);

}  // namespace heddle::runtime
