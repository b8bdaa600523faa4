#include "runtime/virtual_time.hpp"

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>

#include "runtime/control.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"

namespace heddle::runtime {
namespace {

constexpr Time second = 1'000'000'000;
constexpr Time monotonic_start = 1'000 * second;
constexpr Time calendar_start = 1'735'689'600 * second;  // 2025-01-01 00:00 UTC

// A thread computes in no time at all; what passes is charged to whoever asks.
bool is_cpu_clock(clockid_t clock) {
    return clock == CLOCK_PROCESS_CPUTIME_ID || clock == CLOCK_THREAD_CPUTIME_ID || clock < 0;
}

Time start_of(clockid_t clock) {
    if (is_cpu_clock(clock)) return 0;
    const bool is_monotonic = clock == CLOCK_MONOTONIC || clock == CLOCK_MONOTONIC_RAW ||
                              clock == CLOCK_MONOTONIC_COARSE || clock == CLOCK_BOOTTIME;
    return is_monotonic ? monotonic_start : calendar_start;
}

Time nanoseconds(const timespec& t) {
    return static_cast<Time>(t.tv_sec) * second + static_cast<Time>(t.tv_nsec);
}

timespec as_timespec(Time t) {
    return {static_cast<time_t>(t / second), static_cast<long>(t % second)};
}

timespec read_clock(clockid_t clock) {
    Inside inside;
    point(Operation::clock, nullptr);
    performed(Effect::idle);
    return virtual_now(clock);
}

scheduler::Usage& begin_use(Operation operation) {
    const auto* const kind = std::find(charged.begin(), charged.end(), operation);
    scheduler::Usage& usage = record().usage[static_cast<std::size_t>(kind - charged.begin())];
    ++usage.count;
    if (engine().running_state().holds_a_lock()) ++usage.locked;
    usage.peak = std::max(usage.peak, ++usage.now);
    return usage;
}

// Since when the calling thread computes: first it waits until a core is free.
Time wait_for_core(Time length) {
    const Time begin = engine().take_core(length);
    if (begin <= engine().now()) return begin;
    engine().turn_into(Operation::core, 0);
    wait_here(begin);
    engine().turn_into(Operation::work, 0);
    return begin;
}

}  // namespace

timespec virtual_now(clockid_t clock) {
    return as_timespec(start_of(clock) + engine().now());
}

Time deadline_at(clockid_t clock, const timespec& when) {
    if (when.tv_sec < 0) return 1;  // long past
    const Time absolute = nanoseconds(when);
    const Time start = start_of(clock);
    return absolute > start ? absolute - start : 1;
}

Time deadline_after(const timespec& length) {
    return engine().now() + nanoseconds(length);
}

void pass_time(Operation operation, Time length) {
    point(operation, nullptr);
    const bool computes = operation == Operation::work;
    const Time begin = computes ? wait_for_core(length) : engine().now();
    scheduler::Usage& usage = begin_use(operation);
    // Who is done and hasn't gone on yet no longer computes.
    const std::uint32_t cores = record().command.machine.cores;
    if (computes && cores != 0) usage.peak = std::min(usage.peak, cores);
    if (length != 0) wait_here(begin + length);
    usage.total += engine().now() - begin;
    --usage.now;
    performed(Effect::progress, StepResult::done);
}

}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT int nanosleep(const timespec* length, timespec* remaining) {
    if (!is_controlled()) {
        const long result = raw_syscall(SYS_nanosleep, reinterpret_cast<long>(length),
                                        reinterpret_cast<long>(remaining));
        if (result < 0) errno = static_cast<int>(-result);
        return result < 0 ? -1 : 0;
    }
    HEDDLE_FRAME;
    Inside inside;
    pass_time(Operation::sleep, nanoseconds(*length));
    if (remaining != nullptr) *remaining = {};
    return 0;
}

HEDDLE_INTERCEPT int clock_nanosleep(clockid_t clock, int flags, const timespec* when,
                                     timespec* remaining) {
    if (!is_controlled()) {
        return static_cast<int>(-raw_syscall(SYS_clock_nanosleep, clock, flags,
                                             reinterpret_cast<long>(when),
                                             reinterpret_cast<long>(remaining)));
    }
    HEDDLE_FRAME;
    Inside inside;
    const Time now = engine().now();
    const bool is_absolute = (flags & TIMER_ABSTIME) != 0;
    const Time until = is_absolute ? deadline_at(clock, *when) : deadline_after(*when);
    pass_time(Operation::sleep, until > now ? until - now : 0);
    return 0;
}

HEDDLE_INTERCEPT int usleep(useconds_t length) {
    const timespec t = {static_cast<time_t>(length / 1'000'000),
                        static_cast<long>(length % 1'000'000) * 1'000};
    return nanosleep(&t, nullptr);
}

HEDDLE_INTERCEPT unsigned sleep(unsigned seconds) {
    const timespec t = {static_cast<time_t>(seconds), 0};
    nanosleep(&t, nullptr);
    return 0;
}

HEDDLE_INTERCEPT int clock_gettime(clockid_t clock, timespec* now) noexcept {
    if (!is_controlled()) {
        const long result = raw_syscall(SYS_clock_gettime, clock, reinterpret_cast<long>(now));
        if (result < 0) errno = static_cast<int>(-result);
        return result < 0 ? -1 : 0;
    }
    *now = read_clock(clock);
    return 0;
}

HEDDLE_INTERCEPT int gettimeofday(timeval* now, void*) noexcept {
    timespec t = {};
    const int result = clock_gettime(CLOCK_REALTIME, &t);
    *now = {t.tv_sec, t.tv_nsec / 1'000};
    return result;
}

HEDDLE_INTERCEPT time_t time(time_t* out) noexcept {
    timespec t = {};
    clock_gettime(CLOCK_REALTIME, &t);
    if (out != nullptr) *out = t.tv_sec;
    return t.tv_sec;
}

HEDDLE_INTERCEPT int timespec_get(timespec* now, int base) noexcept {
    if (base != TIME_UTC) return 0;
    return clock_gettime(CLOCK_REALTIME, now) == 0 ? base : 0;
}

HEDDLE_INTERCEPT clock_t clock() noexcept {
    timespec t = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<clock_t>(nanoseconds(t) / (second / CLOCKS_PER_SEC));
}

HEDDLE_INTERCEPT int sched_yield() noexcept {
    if (!is_controlled()) return static_cast<int>(raw_syscall(SYS_sched_yield));
    Inside inside;
    point(Operation::yield, nullptr);
    performed(Effect::idle);
    return 0;
}
