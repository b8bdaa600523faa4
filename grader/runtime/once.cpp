// std::call_once and the first initialisation of static locals: the second
// thread to arrive waits for the first.
#include <pthread.h>

#include "runtime/control.hpp"
#include "runtime/races.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"

HEDDLE_REAL(pthread_once)

extern "C" {
[[gnu::weak]] void __tsan_acquire(void* object);
[[gnu::weak]] void __tsan_release(void* object);
int __real___cxa_guard_acquire(void* guard);
void __real___cxa_guard_release(void* guard);
void __real___cxa_guard_abort(void* guard);
}

namespace heddle::runtime {
namespace {

std::uint64_t number(const void* object) {
    return key_of(object);
}

void wait_for_turn(const void* object) {
    point(Operation::once, object);
    while (engine().owner_of(number(object)) != scheduler::no_thread)
        wait_here();
    races::acquired(object);
    performed(Effect::progress);
}

void begin_initialising(const void* object) {
    engine().acquired(number(object));
    ++engine().running_state().initialisations;
}

void let_others_in(const void* object) {
    engine().released(number(object));
    races::released(object);
    --engine().running_state().initialisations;
    wake(Operation::once, object);
}

// Between its constructor and destructor the initialisation runs, as controlled as any other code.
class Turn {
  public:
    explicit Turn(const void* object) : object_(object) {
        Inside inside;
        wait_for_turn(object);
        begin_initialising(object);
    }
    ~Turn() {
        Inside inside;
        let_others_in(object_);
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

  private:
    const void* object_;
};

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT int pthread_once(pthread_once_t* once, void (*initialise)()) {
    if (!is_controlled()) return real_pthread_once()(once, initialise);
    HEDDLE_FRAME;
    const Turn turn(once);
    if (__tsan_acquire != nullptr) __tsan_acquire(once);
    try {
        return real_pthread_once()(once, initialise);
    } catch (...) {
        // Who throws hasn't called it. ThreadSanitizer would let the next one wait for ever.
        if (__tsan_release != nullptr) __tsan_release(once);
        *once = PTHREAD_ONCE_INIT;
        throw;
    }
}

HEDDLE_INTERCEPT int __wrap___cxa_guard_acquire(void* guard) {
    if (!is_controlled()) return __real___cxa_guard_acquire(guard);
    HEDDLE_FRAME;
    Inside inside;
    wait_for_turn(guard);
    const int must_initialise = __real___cxa_guard_acquire(guard);
    if (must_initialise != 0) begin_initialising(guard);
    return must_initialise;
}

HEDDLE_INTERCEPT void __wrap___cxa_guard_release(void* guard) {
    __real___cxa_guard_release(guard);
    if (!is_controlled()) return;
    Inside inside;
    let_others_in(guard);
}

HEDDLE_INTERCEPT void __wrap___cxa_guard_abort(void* guard) {
    __real___cxa_guard_abort(guard);
    if (!is_controlled()) return;
    Inside inside;
    let_others_in(guard);
}
