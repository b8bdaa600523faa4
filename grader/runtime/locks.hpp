// What all kinds of locks have in common: waiting in the model until the real
// lock can be had, and telling the engine who holds it.
#pragma once

#include "runtime/control.hpp"

namespace heddle::runtime {

inline std::uint64_t number(const volatile void* lock) {
    return key_of(lock);
}

// EOWNERDEAD: taken from an owner that died.
inline bool is_taken(int error) {
    return error == 0 || error == EOWNERDEAD;
}

inline void performed_lock(int error) {
    const StepResult refused = error == ETIMEDOUT ? StepResult::timed_out : StepResult::failed;
    performed(is_taken(error) ? Effect::progress : Effect::idle,
              is_taken(error) ? StepResult::done : refused);
}

// Waits until the lock can be had or `deadline` has passed (0: never). Returns what the real call
// would.
template <class Lock, class TryLock>
int lock_when_free(Operation operation, Lock* lock, Time deadline, TryLock try_lock) {
    point(operation, lock);
    int error = 0;
    while ((error = try_lock(lock)) == EBUSY) {
        if (wait_here(deadline) != Wakeup::timed_out) continue;
        error = ETIMEDOUT;
        break;
    }
    if (is_taken(error)) engine().acquired(number(lock));
    performed_lock(error);
    return error;
}

template <class Lock, class TryLock>
int try_once(Operation operation, Lock* lock, TryLock try_lock) {
    point(operation, lock);
    const int error = try_lock(lock);
    if (is_taken(error)) engine().acquired(number(lock));
    performed_lock(error);
    return error;
}

// Gives the lock back and makes those who wait for it runnable.
template <class Lock, class Unlock>
int unlock(Lock* lock, Unlock real_unlock) {
    point(Operation::unlock, lock);
    const int error = real_unlock(lock);
    if (error == 0) {
        engine().released(number(lock));
        wake(Operation::lock, lock);
        wake(Operation::lock_shared, lock);
    }
    performed(Effect::progress, error == 0 ? StepResult::done : StepResult::failed);
    return error;
}

}  // namespace heddle::runtime
