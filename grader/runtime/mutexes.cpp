// pthread mutexes and reader-writer locks: std::mutex and its relatives. A lock
// is waited for in the model; the real one is then taken without contention,
// so that a sanitizer still sees it.
#include <pthread.h>

#include "runtime/control.hpp"
#include "runtime/mutexes.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/threads.hpp"
#include "runtime/virtual_time.hpp"

HEDDLE_REAL(pthread_mutex_lock)
HEDDLE_REAL(pthread_mutex_trylock)
HEDDLE_REAL(pthread_mutex_unlock)
HEDDLE_REAL(pthread_rwlock_tryrdlock)
HEDDLE_REAL(pthread_rwlock_trywrlock)
HEDDLE_REAL(pthread_rwlock_rdlock)
HEDDLE_REAL(pthread_rwlock_wrlock)
HEDDLE_REAL(pthread_rwlock_unlock)

namespace heddle::runtime {
namespace {

// glibc keeps the owner's kernel id and the kind in the object (nptl/descr: struct __pthread_mutex_s).
constexpr int kind_mask = 3;

bool is_free(const pthread_mutex_t* mutex) {
    if (mutex->__data.__lock == 0) return true;
    const int kind = mutex->__data.__kind & kind_mask;
    const bool may_ask_again = kind == PTHREAD_MUTEX_RECURSIVE || kind == PTHREAD_MUTEX_ERRORCHECK;
    return may_ask_again && mutex->__data.__owner == kernel_id_of(self());
}

std::uint64_t number(const void* lock) { return reinterpret_cast<std::uint64_t>(lock); }

int lock_until(pthread_mutex_t* mutex, Time deadline) {
    point(Operation::lock, mutex);
    if (!acquire(mutex, deadline)) {
        performed(Effect::idle, StepResult::timed_out);
        return ETIMEDOUT;
    }
    performed(Effect::progress);
    return 0;
}

template <class TryLock>
int lock_when_free(Operation operation, pthread_rwlock_t* lock, Time deadline, TryLock try_lock) {
    point(operation, lock);
    int error = 0;
    while ((error = try_lock(lock)) == EBUSY) {
        if (wait_here(deadline) == Wakeup::timed_out) {
            performed(Effect::idle, StepResult::timed_out);
            return ETIMEDOUT;
        }
    }
    if (error == 0) engine().acquired(number(lock));
    performed(Effect::progress);
    return error;
}

template <class Lock, class TryLock>
int try_once(Operation operation, Lock* lock, TryLock try_lock) {
    point(operation, lock);
    const int error = try_lock(lock);
    if (error == 0) engine().acquired(number(lock));
    performed(error == 0 ? Effect::progress : Effect::idle,
              error == 0 ? StepResult::done : StepResult::failed);
    return error;
}

}  // namespace

bool acquire(pthread_mutex_t* mutex, Time deadline) {
    while (!is_free(mutex)) {
        if (wait_here(deadline) == Wakeup::timed_out && !is_free(mutex)) return false;
    }
    real_pthread_mutex_lock()(mutex);
    engine().acquired(number(mutex));
    return true;
}

int release(pthread_mutex_t* mutex) {
    const int error = real_pthread_mutex_unlock()(mutex);
    engine().released(number(mutex));
    wake(Operation::lock, mutex);
    return error;
}

void prepare_mutexes() {
    real_pthread_mutex_lock();
    real_pthread_mutex_trylock();
    real_pthread_mutex_unlock();
}

}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT int pthread_mutex_lock(pthread_mutex_t* mutex) noexcept {
    if (!is_controlled()) return real_pthread_mutex_lock()(mutex);
    HEDDLE_FRAME;
    Inside inside;
    return lock_until(mutex, 0);
}

HEDDLE_INTERCEPT int pthread_mutex_timedlock(pthread_mutex_t* mutex,
                                             const timespec* until) noexcept {
    HEDDLE_FRAME;
    Inside inside;
    return lock_until(mutex, deadline_at(CLOCK_REALTIME, *until));
}

HEDDLE_INTERCEPT int pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock,
                                             const timespec* until) noexcept {
    HEDDLE_FRAME;
    Inside inside;
    return lock_until(mutex, deadline_at(clock, *until));
}

HEDDLE_INTERCEPT int pthread_mutex_trylock(pthread_mutex_t* mutex) noexcept {
    if (!is_controlled()) return real_pthread_mutex_trylock()(mutex);
    HEDDLE_FRAME;
    Inside inside;
    return try_once(Operation::try_lock, mutex, real_pthread_mutex_trylock());
}

HEDDLE_INTERCEPT int pthread_mutex_unlock(pthread_mutex_t* mutex) noexcept {
    if (!is_controlled()) return real_pthread_mutex_unlock()(mutex);
    HEDDLE_FRAME;
    Inside inside;
    point(Operation::unlock, mutex);
    const int error = release(mutex);
    performed(Effect::progress);
    return error;
}

HEDDLE_INTERCEPT int pthread_rwlock_rdlock(pthread_rwlock_t* lock) noexcept {
    if (!is_controlled()) return real_pthread_rwlock_rdlock()(lock);
    HEDDLE_FRAME;
    Inside inside;
    return lock_when_free(Operation::lock_shared, lock, 0, real_pthread_rwlock_tryrdlock());
}

HEDDLE_INTERCEPT int pthread_rwlock_wrlock(pthread_rwlock_t* lock) noexcept {
    if (!is_controlled()) return real_pthread_rwlock_wrlock()(lock);
    HEDDLE_FRAME;
    Inside inside;
    return lock_when_free(Operation::lock, lock, 0, real_pthread_rwlock_trywrlock());
}

HEDDLE_INTERCEPT int pthread_rwlock_clockrdlock(pthread_rwlock_t* lock, clockid_t clock,
                                                const timespec* until) noexcept {
    HEDDLE_FRAME;
    Inside inside;
    return lock_when_free(Operation::lock_shared, lock, deadline_at(clock, *until),
                          real_pthread_rwlock_tryrdlock());
}

HEDDLE_INTERCEPT int pthread_rwlock_clockwrlock(pthread_rwlock_t* lock, clockid_t clock,
                                                const timespec* until) noexcept {
    HEDDLE_FRAME;
    Inside inside;
    return lock_when_free(Operation::lock, lock, deadline_at(clock, *until),
                          real_pthread_rwlock_trywrlock());
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
    point(Operation::unlock, lock);
    const int error = real_pthread_rwlock_unlock()(lock);
    engine().released(number(lock));
    wake(Operation::lock, lock);
    wake(Operation::lock_shared, lock);
    performed(Effect::progress);
    return error;
}
