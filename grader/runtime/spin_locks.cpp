// pthread spin locks. Whoever finds one taken waits in the model as for any
// other lock: spinning would teach the schedule nothing.
#include <pthread.h>

#include "runtime/locks.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"

HEDDLE_REAL(pthread_spin_lock)
HEDDLE_REAL(pthread_spin_trylock)
HEDDLE_REAL(pthread_spin_unlock)

using namespace heddle::runtime;

HEDDLE_INTERCEPT int pthread_spin_lock(pthread_spinlock_t* lock) noexcept {
    if (!is_controlled()) return real_pthread_spin_lock()(lock);
    HEDDLE_FRAME;
    Inside inside;
    return lock_when_free(Operation::lock, lock, 0, real_pthread_spin_trylock());
}

HEDDLE_INTERCEPT int pthread_spin_trylock(pthread_spinlock_t* lock) noexcept {
    if (!is_controlled()) return real_pthread_spin_trylock()(lock);
    HEDDLE_FRAME;
    Inside inside;
    return try_once(Operation::try_lock, lock, real_pthread_spin_trylock());
}

HEDDLE_INTERCEPT int pthread_spin_unlock(pthread_spinlock_t* lock) noexcept {
    if (!is_controlled()) return real_pthread_spin_unlock()(lock);
    HEDDLE_FRAME;
    Inside inside;
    return unlock(lock, real_pthread_spin_unlock());
}
