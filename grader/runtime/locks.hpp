// What all kinds of locks have in common: waiting in the model until the real
// lock can be had, and telling the engine who holds it.
#pragma once

#include "runtime/control.hpp"
#include "runtime/races.hpp"

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

// The calling thread has the lock now, alone.
inline void taken(const volatile void* lock) {
    engine().acquired(number(lock));
    races::acquired_alone(lock);
}

inline void taken_by(Operation operation, const volatile void* lock) {
    const bool is_shared =
        operation == Operation::lock_shared || operation == Operation::try_lock_shared;
    if (!is_shared) return taken(lock);
    engine().acquired(number(lock));
    races::acquired(lock);
}

// Whether the caller is one of several who may hold the lock.
enum class Holder : std::uint8_t { alone, shared };

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
    if (is_taken(error)) taken_by(operation, lock);
    performed_lock(error);
    return error;
}

template <class Lock, class TryLock>
int try_once(Operation operation, Lock* lock, TryLock try_lock) {
    point(operation, lock);
    const int error = try_lock(lock);
    if (is_taken(error)) taken_by(operation, lock);
    performed_lock(error);
    return error;
}

// Gives the lock back and makes those who wait for it runnable.
template <class Lock, class Unlock>
int unlock(Lock* lock, Unlock real_unlock, Holder holder = Holder::alone) {
    point(Operation::unlock, lock);
    const int error = real_unlock(lock);
    if (error == 0) {
        engine().released(number(lock));
        holder == Holder::shared ? races::released_shared(lock) : races::released(lock);
        wake(Operation::lock, lock);
        wake(Operation::lock_shared, lock);
    }
    performed(Effect::progress, error == 0 ? StepResult::done : StepResult::failed);
    return error;
}

}  // namespace heddle::runtime
