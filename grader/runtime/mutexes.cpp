// pthread mutexes: std::mutex and its relatives. A lock is waited for in the
// model; the real one is then taken without contention, so that a sanitizer
// still sees it.
#include <linux/futex.h>
#include <pthread.h>

#include "runtime/control.hpp"
#include "runtime/locks.hpp"
#include "runtime/mutexes.hpp"
#include "runtime/races.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/virtual_time.hpp"

HEDDLE_REAL(pthread_mutex_lock)
HEDDLE_REAL(pthread_mutex_trylock)
HEDDLE_REAL(pthread_mutex_unlock)
HEDDLE_REAL(pthread_mutex_timedlock)
HEDDLE_REAL(pthread_mutex_clocklock)

namespace heddle::runtime {
namespace {

// glibc keeps the owner's kernel id and the kind in the object (nptl/descr: struct
// __pthread_mutex_s).
constexpr int kind_mask = 3;
constexpr int robust = 16;  // a bit beside the kind

// The real lock answers at once: it is free, robust and its owner has died, or it refuses its
// owner.
bool answers_at_once(const pthread_mutex_t* mutex) {
    const auto word = static_cast<unsigned>(mutex->__data.__lock);
    if (word == 0) return true;
    // Elsewhere the bit says nothing: of a mutex that is gone by now any may be set.
    if ((mutex->__data.__kind & robust) != 0 && (word & FUTEX_OWNER_DIED) != 0) return true;
    const int kind = mutex->__data.__kind & kind_mask;
    const bool may_ask_again = kind == PTHREAD_MUTEX_RECURSIVE || kind == PTHREAD_MUTEX_ERRORCHECK;
    return may_ask_again && mutex->__data.__owner == kernel_id_of(self());
}

int lock_until(pthread_mutex_t* mutex, Time deadline) {
    point(Operation::lock, mutex);
    const int error = acquire(mutex, deadline);
    performed_lock(error);
    return error;
}

}  // namespace

int acquire(pthread_mutex_t* mutex, Time deadline) {
    while (!answers_at_once(mutex)) {
        if (wait_here(deadline) == Wakeup::timed_out && !answers_at_once(mutex)) return ETIMEDOUT;
    }
    const int error = real_pthread_mutex_lock()(mutex);
    if (is_taken(error)) taken(mutex);
    return error;
}

int release(pthread_mutex_t* mutex) {
    const int error = real_pthread_mutex_unlock()(mutex);
    if (error != 0) return error;
    engine().released(number(mutex));
    races::released(mutex);
    wake(Operation::lock, mutex);
    return 0;
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
    if (!is_controlled()) return real_pthread_mutex_timedlock()(mutex, until);
    HEDDLE_FRAME;
    Inside inside;
    return lock_until(mutex, deadline_at(CLOCK_REALTIME, *until));
}

HEDDLE_INTERCEPT int pthread_mutex_clocklock(pthread_mutex_t* mutex, clockid_t clock,
                                             const timespec* until) noexcept {
    if (!is_controlled()) return real_pthread_mutex_clocklock()(mutex, clock, until);
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
    performed(Effect::progress, error == 0 ? StepResult::done : StepResult::failed);
    return error;
}
