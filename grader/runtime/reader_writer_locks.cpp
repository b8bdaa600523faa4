// pthread reader-writer locks: std::shared_mutex and its relatives.
#include <pthread.h>

#include "runtime/locks.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/virtual_time.hpp"

HEDDLE_REAL(pthread_rwlock_tryrdlock)
HEDDLE_REAL(pthread_rwlock_trywrlock)
HEDDLE_REAL(pthread_rwlock_rdlock)
HEDDLE_REAL(pthread_rwlock_wrlock)
HEDDLE_REAL(pthread_rwlock_timedrdlock)
HEDDLE_REAL(pthread_rwlock_timedwrlock)
HEDDLE_REAL(pthread_rwlock_clockrdlock)
HEDDLE_REAL(pthread_rwlock_clockwrlock)
HEDDLE_REAL(pthread_rwlock_unlock)

using namespace heddle::runtime;

namespace {

int read_lock(pthread_rwlock_t* lock, Time deadline) {
    return lock_when_free(Operation::lock_shared, lock, deadline, real_pthread_rwlock_tryrdlock());
}

int write_lock(pthread_rwlock_t* lock, Time deadline) {
    return lock_when_free(Operation::lock, lock, deadline, real_pthread_rwlock_trywrlock());
}

}  // namespace

HEDDLE_INTERCEPT int pthread_rwlock_rdlock(pthread_rwlock_t* lock) noexcept {
    if (!is_controlled()) return real_pthread_rwlock_rdlock()(lock);
    HEDDLE_FRAME;
    Inside inside;
    return read_lock(lock, 0);
}

HEDDLE_INTERCEPT int pthread_rwlock_wrlock(pthread_rwlock_t* lock) noexcept {
    if (!is_controlled()) return real_pthread_rwlock_wrlock()(lock);
    HEDDLE_FRAME;
    Inside inside;
    return write_lock(lock, 0);
}

HEDDLE_INTERCEPT int pthread_rwlock_timedrdlock(pthread_rwlock_t* lock,
                                                const timespec* until) noexcept {
    if (!is_controlled()) return real_pthread_rwlock_timedrdlock()(lock, until);
    HEDDLE_FRAME;
    Inside inside;
    return read_lock(lock, deadline_at(CLOCK_REALTIME, *until));
}

HEDDLE_INTERCEPT int pthread_rwlock_timedwrlock(pthread_rwlock_t* lock,
                                                const timespec* until) noexcept {
    if (!is_controlled()) return real_pthread_rwlock_timedwrlock()(lock, until);
    HEDDLE_FRAME;
    Inside inside;
    return write_lock(lock, deadline_at(CLOCK_REALTIME, *until));
}

HEDDLE_INTERCEPT int pthread_rwlock_clockrdlock(pthread_rwlock_t* lock, clockid_t clock,
                                                const timespec* until) noexcept {
    if (!is_controlled()) return real_pthread_rwlock_clockrdlock()(lock, clock, until);
    HEDDLE_FRAME;
    Inside inside;
    return read_lock(lock, deadline_at(clock, *until));
}

HEDDLE_INTERCEPT int pthread_rwlock_clockwrlock(pthread_rwlock_t* lock, clockid_t clock,
                                                const timespec* until) noexcept {
    if (!is_controlled()) return real_pthread_rwlock_clockwrlock()(lock, clock, until);
    HEDDLE_FRAME;
    Inside inside;
    return write_lock(lock, deadline_at(clock, *until));
}

HEDDLE_INTERCEPT int pthread_rwlock_tryrdlock(pthread_rwlock_t* lock) noexcept {
    if (!is_controlled()) return real_pthread_rwlock_tryrdlock()(lock);
    HEDDLE_FRAME;
    Inside inside;
    return try_once(Operation::try_lock_shared, lock, real_pthread_rwlock_tryrdlock());
}

HEDDLE_INTERCEPT int pthread_rwlock_trywrlock(pthread_rwlock_t* lock) noexcept {
    if (!is_controlled()) return real_pthread_rwlock_trywrlock()(lock);
    HEDDLE_FRAME;
    Inside inside;
    return try_once(Operation::try_lock, lock, real_pthread_rwlock_trywrlock());
}

HEDDLE_INTERCEPT int pthread_rwlock_unlock(pthread_rwlock_t* lock) noexcept {
    if (!is_controlled()) return real_pthread_rwlock_unlock()(lock);
    HEDDLE_FRAME;
    Inside inside;
    // glibc keeps the writer's kernel id (struct __pthread_rwlock_arch_t).
    const bool is_writer = lock->__data.__cur_writer == kernel_id_of(self());
    return unlock(lock, real_pthread_rwlock_unlock(), is_writer ? Holder::alone : Holder::shared);
}
