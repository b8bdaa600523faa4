// POSIX semaphores.
#include <semaphore.h>

#include "runtime/control.hpp"
#include "runtime/races.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/virtual_time.hpp"

HEDDLE_REAL(sem_trywait)
HEDDLE_REAL(sem_wait)
HEDDLE_REAL(sem_timedwait)
HEDDLE_REAL(sem_clockwait)
HEDDLE_REAL(sem_post)

namespace heddle::runtime {
namespace {

int take_until(sem_t* semaphore, Time deadline) {
    point(Operation::semaphore_wait, semaphore);
    while (real_sem_trywait()(semaphore) != 0) {
        if (wait_here(deadline) != Wakeup::timed_out) continue;
        performed(Effect::idle, StepResult::timed_out);
        return ETIMEDOUT;
    }
    races::acquired(semaphore);
    performed(Effect::progress);
    return 0;
}

int take_by(sem_t* semaphore, clockid_t clock, const timespec& until) {
    int error = 0;
    {
        Inside inside;
        error = take_until(semaphore, deadline_at(clock, until));
    }
    if (error == 0) return 0;
    errno = error;
    return -1;
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT int sem_wait(sem_t* semaphore) {
    if (!is_controlled()) return real_sem_wait()(semaphore);
    HEDDLE_FRAME;
    Inside inside;
    return take_until(semaphore, 0);
}

HEDDLE_INTERCEPT int sem_timedwait(sem_t* semaphore, const timespec* until) {
    if (!is_controlled()) return real_sem_timedwait()(semaphore, until);
    HEDDLE_FRAME;
    return take_by(semaphore, CLOCK_REALTIME, *until);
}

HEDDLE_INTERCEPT int sem_clockwait(sem_t* semaphore, clockid_t clock, const timespec* until) {
    if (!is_controlled()) return real_sem_clockwait()(semaphore, clock, until);
    HEDDLE_FRAME;
    return take_by(semaphore, clock, *until);
}

HEDDLE_INTERCEPT int sem_trywait(sem_t* semaphore) noexcept {
    if (!is_controlled()) return real_sem_trywait()(semaphore);
    HEDDLE_FRAME;
    int error = 0;
    {
        Inside inside;
        point(Operation::semaphore_wait, semaphore);
        error = real_sem_trywait()(semaphore);
        if (error == 0) races::acquired(semaphore);
        performed(error == 0 ? Effect::progress : Effect::idle,
                  error == 0 ? StepResult::done : StepResult::failed);
    }
    if (error != 0) errno = EAGAIN;
    return error;
}

HEDDLE_INTERCEPT int sem_post(sem_t* semaphore) noexcept {
    if (!is_controlled()) return real_sem_post()(semaphore);
    HEDDLE_FRAME;
    Inside inside;
    point(Operation::semaphore_post, semaphore);
    races::released(semaphore);
    const int error = real_sem_post()(semaphore);
    const std::uint32_t woken = wake(Operation::semaphore_wait, semaphore);
    engine().signalled(key_of(semaphore), woken);
    performed(Effect::progress);
    return error;
}
