// pthread condition variables. A wait gives the mutex back for real, waits in
// the model, and takes it again for real: ThreadSanitizer sees the same order.
#include <pthread.h>

#include "runtime/control.hpp"
#include "runtime/locks.hpp"
#include "runtime/mutexes.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/virtual_time.hpp"

HEDDLE_REAL(pthread_cond_wait)
HEDDLE_REAL(pthread_cond_timedwait)
HEDDLE_REAL(pthread_cond_clockwait)
HEDDLE_REAL(pthread_cond_signal)
HEDDLE_REAL(pthread_cond_broadcast)

namespace heddle::runtime {
namespace {

// glibc keeps the clock that pthread_condattr_setclock chose in a bit of the object
// (nptl/pthreadP.h:
// __PTHREAD_COND_CLOCK_MONOTONIC_MASK).
constexpr unsigned monotonic_mask = 2;

clockid_t clock_of(const pthread_cond_t* condition) {
    const bool is_monotonic = (condition->__data.__wrefs & monotonic_mask) != 0;
    return is_monotonic ? CLOCK_MONOTONIC : CLOCK_REALTIME;
}

int wait_on(pthread_cond_t* condition, pthread_mutex_t* mutex, Time deadline) {
    point(Operation::wait, condition);
    if (const int error = release(mutex); error != 0) {
        performed(Effect::idle, StepResult::failed);
        return error;
    }
    const Wakeup wakeup = wait_here(deadline);
    const bool timed_out = wakeup == Wakeup::timed_out;
    performed(Effect::progress, timed_out ? StepResult::timed_out : StepResult::woken);
    engine().turn_into(Operation::lock, key_of(mutex));
    const int error = acquire(mutex, 0);
    performed_lock(error);
    if (error != 0) return error;
    return timed_out ? ETIMEDOUT : 0;
}

void notify(Operation operation, pthread_cond_t* condition, std::uint32_t at_most) {
    point(operation, condition);
    const std::uint32_t woken = wake(Operation::wait, condition, at_most);
    engine().signalled(key_of(condition), woken);
    if (Step* step = performed(Effect::progress)) {
        step->value = woken;
        step->has_value = true;
    }
}

}  // namespace

}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT int pthread_cond_wait(pthread_cond_t* condition, pthread_mutex_t* mutex) {
    if (!is_controlled()) return real_pthread_cond_wait()(condition, mutex);
    HEDDLE_FRAME;
    Inside inside;
    return wait_on(condition, mutex, 0);
}

HEDDLE_INTERCEPT int pthread_cond_timedwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                            const timespec* until) {
    if (!is_controlled()) return real_pthread_cond_timedwait()(condition, mutex, until);
    HEDDLE_FRAME;
    Inside inside;
    return wait_on(condition, mutex, deadline_at(clock_of(condition), *until));
}

HEDDLE_INTERCEPT int pthread_cond_clockwait(pthread_cond_t* condition, pthread_mutex_t* mutex,
                                            clockid_t clock, const timespec* until) {
    if (!is_controlled()) return real_pthread_cond_clockwait()(condition, mutex, clock, until);
    HEDDLE_FRAME;
    Inside inside;
    return wait_on(condition, mutex, deadline_at(clock, *until));
}

HEDDLE_INTERCEPT int pthread_cond_signal(pthread_cond_t* condition) noexcept {
    if (!is_controlled()) return real_pthread_cond_signal()(condition);
    HEDDLE_FRAME;
    Inside inside;
    notify(Operation::notify_one, condition, 1);
    return real_pthread_cond_signal()(condition);
}

HEDDLE_INTERCEPT int pthread_cond_broadcast(pthread_cond_t* condition) noexcept {
    if (!is_controlled()) return real_pthread_cond_broadcast()(condition);
    HEDDLE_FRAME;
    Inside inside;
    notify(Operation::notify_all, condition, UINT32_MAX);
    return real_pthread_cond_broadcast()(condition);
}
