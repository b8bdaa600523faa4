// Waits for several descriptors at once, and until a deadline in virtual time.
// A wait for none is a sleep.
#include <poll.h>
#include <sys/select.h>
#include <sys/syscall.h>

#include "runtime/channels.hpp"
#include "runtime/control.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/virtual_time.hpp"

HEDDLE_REAL(poll)
HEDDLE_REAL(ppoll)
HEDDLE_REAL(select)
HEDDLE_REAL(pselect)

namespace heddle::runtime {
namespace {

// Asks until `look` finds something or `length` has passed; null would be for ever. `look` returns
// how many are ready and doesn't wait; `check` refuses those that nobody here controls.
template <class Look, class Check>
long look_until(const timespec* length, Look look, Check check) {
    const bool waits = length == nullptr || length->tv_sec != 0 || length->tv_nsec != 0;
    const Time deadline = length == nullptr ? 0 : deadline_after(*length);
    point(Operation::poll, nullptr);
    long ready = look();
    bool has_waited = false;
    while (ready == 0 && waits) {
        check();
        const auto wakeup = wait_here(deadline, has_waited ? Wait::gone_on_with : Wait::kept);
        has_waited = true;
        ready = look();
        if (wakeup == Wakeup::timed_out) break;
    }
    const StepResult result = ready == 0 && waits ? StepResult::timed_out : StepResult::done;
    Step* const step = performed(has_waited ? Effect::progress : Effect::idle, result);
    if (step != nullptr) {
        step->value = static_cast<std::uint64_t>(ready);
        step->has_value = true;
    }
    return ready;
}

void check_descriptor(int descriptor, const char* function) {
    const Channel channel = channel_at(descriptor);
    if (descriptor >= 0) refuse_to_wait_outside(channel, function);
}

int sleep_for(const timespec& length) {
    const Inside inside;
    pass_time(Operation::sleep, deadline_after(length) - engine().now());
    return 0;
}

int poll_until(pollfd* polled, nfds_t count, const timespec* length, const char* function) {
    if (count == 0 && length != nullptr) return sleep_for(*length);
    long result = 0;
    {
        const Inside inside;
        result = look_until(
            length,
            [&] {
                return raw_syscall(SYS_poll, reinterpret_cast<long>(polled),
                                   static_cast<long>(count), 0);
            },
            [&] {
                for (nfds_t i = 0; i < count; ++i)
                    check_descriptor(polled[i].fd, function);
            });
    }
    return static_cast<int>(with_errno(result));
}

struct Selected {
    fd_set* set;
    fd_set asked;

    explicit Selected(fd_set* given) : set(given), asked(given == nullptr ? fd_set{} : *given) {}
    void ask_again() const {
        if (set != nullptr) *set = asked;
    }
    bool asks_for(int descriptor) const { return set != nullptr && FD_ISSET(descriptor, &asked); }
    long number() const { return reinterpret_cast<long>(set); }
};

int select_until(int count, fd_set* in, fd_set* out, fd_set* other, const timespec* length,
                 const char* function) {
    const bool is_none = count == 0 || (in == nullptr && out == nullptr && other == nullptr);
    if (is_none && length != nullptr) return sleep_for(*length);
    const Selected sets[] = {Selected(in), Selected(out), Selected(other)};
    const auto look = [&] {
        timeval none = {};
        for (const Selected& each : sets)
            each.ask_again();
        return raw_syscall(SYS_select, count, sets[0].number(), sets[1].number(), sets[2].number(),
                           reinterpret_cast<long>(&none));
    };
    const auto check = [&] {
        for (int i = 0; i < count; ++i) {
            for (const Selected& each : sets) {
                if (each.asks_for(i)) check_descriptor(i, function);
            }
        }
    };
    long result = 0;
    {
        const Inside inside;
        result = look_until(length, look, check);
    }
    return static_cast<int>(with_errno(result));
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT int poll(pollfd* polled, nfds_t count, int ms) {
    if (!is_controlled()) return real_poll()(polled, count, ms);
    HEDDLE_FRAME;
    const timespec length = {ms / 1'000, ms % 1'000 * 1'000'000L};
    return poll_until(polled, count, ms < 0 ? nullptr : &length, "poll");
}

HEDDLE_INTERCEPT int ppoll(pollfd* polled, nfds_t count, const timespec* length,
                           const sigset_t* set) {
    if (!is_controlled()) return real_ppoll()(polled, count, length, set);
    HEDDLE_FRAME;
    return poll_until(polled, count, length, "ppoll");
}

HEDDLE_INTERCEPT int select(int count, fd_set* in, fd_set* out, fd_set* other, timeval* time) {
    if (!is_controlled()) return real_select()(count, in, out, other, time);
    HEDDLE_FRAME;
    const timespec length =
        time == nullptr ? timespec{} : timespec{time->tv_sec, time->tv_usec * 1'000};
    return select_until(count, in, out, other, time == nullptr ? nullptr : &length, "select");
}

HEDDLE_INTERCEPT int pselect(int count, fd_set* in, fd_set* out, fd_set* other,
                             const timespec* length, const sigset_t* set) {
    if (!is_controlled()) return real_pselect()(count, in, out, other, length, set);
    HEDDLE_FRAME;
    return select_until(count, in, out, other, length, "pselect");
}
