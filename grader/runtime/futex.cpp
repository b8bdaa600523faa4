// C++20 atomic wait, latches, semaphores, barriers and futures: libstdc++ calls
// them all through syscall(SYS_futex).
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <climits>
#include <cstdarg>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/refused_system_calls.hpp"
#include "runtime/virtual_time.hpp"

namespace heddle::runtime {
namespace {

struct Arguments {
    long a, b, c, d, e, f;
};

Time deadline_of(int operation, long flags, const timespec* timeout) {
    if (timeout == nullptr) return 0;
    if (operation == FUTEX_WAIT) return deadline_after(*timeout);
    const bool is_calendar = (flags & FUTEX_CLOCK_REALTIME) != 0;
    return deadline_at(is_calendar ? CLOCK_REALTIME : CLOCK_MONOTONIC, *timeout);
}

long futex_wait(int operation, const Arguments& call) {
    auto* const word = reinterpret_cast<const volatile int*>(call.a);
    point(Operation::atomic_wait, word);
    if (*word != static_cast<int>(call.c)) {
        performed(Effect::idle, StepResult::failed);
        return -EAGAIN;
    }
    const Time until = deadline_of(operation, call.b, reinterpret_cast<const timespec*>(call.d));
    const Wakeup wakeup = wait_here(until);
    const bool timed_out = wakeup == Wakeup::timed_out;
    performed(Effect::progress, timed_out ? StepResult::timed_out : StepResult::woken);
    return timed_out ? -ETIMEDOUT : 0;
}

long futex_wake(const Arguments& call) {
    auto* const word = reinterpret_cast<const volatile int*>(call.a);
    point(Operation::atomic_notify, word);
    const auto woken = wake(Operation::atomic_wait, word, static_cast<std::uint32_t>(call.c));
    engine().signalled(key_of(word), woken);
    if (Step* step = performed(Effect::progress)) {
        step->value = woken;
        step->has_value = true;
    }
    return woken;
}

long scheduled_futex(const Arguments& call) {
    constexpr long modifiers = FUTEX_PRIVATE_FLAG | FUTEX_CLOCK_REALTIME;
    const int operation = static_cast<int>(call.b & ~modifiers);
    if (operation == FUTEX_WAIT || operation == FUTEX_WAIT_BITSET) {
        return futex_wait(operation, call);
    }
    if (operation == FUTEX_WAKE || operation == FUTEX_WAKE_BITSET) return futex_wake(call);
    conclude(scheduler::Ending::unsupported, "syscall(SYS_futex) that is neither wait nor wake");
}

long checked(long result) {
    if (result >= 0 || result < -4095) return result;
    errno = static_cast<int>(-result);
    return -1;
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT long syscall(long number, ...) noexcept {
    va_list list;
    va_start(list, number);
    Arguments call = {};
    for (long* argument : {&call.a, &call.b, &call.c, &call.d, &call.e, &call.f}) {
        *argument = va_arg(list, long);
    }
    va_end(list);
    if (is_controlled()) refuse_system_call(number, call.a, call.b);
    if (is_controlled() && number == SYS_futex) {
        long result = 0;
        {
            Inside inside;
            result = scheduled_futex(call);
        }
        return checked(result);
    }
    return checked(raw_syscall(number, call.a, call.b, call.c, call.d, call.e, call.f));
}
