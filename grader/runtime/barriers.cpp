// pthread barriers. The real one would hold the thread that has the baton, so
// the wait is the model's alone, and ThreadSanitizer is told its order by hand.
#include <pthread.h>

#include "runtime/control.hpp"
#include "runtime/races.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"

HEDDLE_REAL(pthread_barrier_wait)

extern "C" {
[[gnu::weak]] void __tsan_acquire(void* object);
[[gnu::weak]] void __tsan_release(void* object);
}

using namespace heddle::runtime;

namespace {

// How many threads meet; glibc's third word (sysdeps/nptl/internaltypes.h: struct pthread_barrier).
std::uint32_t size_of(const pthread_barrier_t* barrier) {
    return reinterpret_cast<const std::uint32_t*>(barrier)[2];
}

int meet(pthread_barrier_t* barrier) {
    point(Operation::barrier_wait, barrier);
    if (__tsan_release != nullptr) __tsan_release(barrier);
    races::released(barrier);
    const auto key = key_of(barrier);
    const bool is_last = engine().waiting(Operation::barrier_wait, key) + 1 >= size_of(barrier);
    if (is_last) {
        wake(Operation::barrier_wait, barrier);
    } else {
        wait_here();
    }
    if (__tsan_acquire != nullptr) __tsan_acquire(barrier);
    races::acquired(barrier);
    performed(Effect::progress, is_last ? StepResult::done : StepResult::woken);
    return is_last ? PTHREAD_BARRIER_SERIAL_THREAD : 0;
}

}  // namespace

HEDDLE_INTERCEPT int pthread_barrier_wait(pthread_barrier_t* barrier) noexcept {
    if (!is_controlled()) return real_pthread_barrier_wait()(barrier);
    HEDDLE_FRAME;
    Inside inside;
    return meet(barrier);
}
