// Waits on descriptors. A wait for none is a sleep in virtual time; one that
// depends on another thread or process is outside control and refused by name.
#include <poll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <string_view>

#include "runtime/conclude.hpp"
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

[[noreturn]] void refuse(std::string_view function) {
    conclude(scheduler::Ending::unsupported, function);
}

enum class Descriptors : std::uint8_t { none, some };

// Passes `length`; null would be for ever.
int sleep_in(std::string_view function, Descriptors descriptors, const timespec* length) {
    if (descriptors == Descriptors::some || length == nullptr) refuse(function);
    Inside inside;
    pass_time(Operation::sleep, deadline_after(*length) - engine().now());
    return 0;
}

Descriptors any_of(nfds_t count) {
    return count == 0 ? Descriptors::none : Descriptors::some;
}

Descriptors any_of(int count, const fd_set* in, const fd_set* out, const fd_set* other) {
    const bool is_none = count == 0 || (in == nullptr && out == nullptr && other == nullptr);
    return is_none ? Descriptors::none : Descriptors::some;
}

// True when a call that needs one of these events would wait for it.
bool would_wait(int descriptor, short events) {
    pollfd polled = {descriptor, events, 0};
    return raw_syscall(SYS_poll, reinterpret_cast<long>(&polled), 1, 0) == 0;
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT int poll(pollfd* polled, nfds_t count, int ms) {
    if (!is_controlled()) return real_poll()(polled, count, ms);
    HEDDLE_FRAME;
    const timespec length = {ms / 1'000, ms % 1'000 * 1'000'000L};
    return sleep_in("poll", any_of(count), ms < 0 ? nullptr : &length);
}

HEDDLE_INTERCEPT int ppoll(pollfd* polled, nfds_t count, const timespec* length,
                           const sigset_t* set) {
    if (!is_controlled()) return real_ppoll()(polled, count, length, set);
    HEDDLE_FRAME;
    return sleep_in("ppoll", any_of(count), length);
}

HEDDLE_INTERCEPT int select(int count, fd_set* in, fd_set* out, fd_set* other, timeval* time) {
    if (!is_controlled()) return real_select()(count, in, out, other, time);
    HEDDLE_FRAME;
    const timespec length =
        time == nullptr ? timespec{} : timespec{time->tv_sec, time->tv_usec * 1'000};
    return sleep_in("select", any_of(count, in, out, other), time == nullptr ? nullptr : &length);
}

HEDDLE_INTERCEPT int pselect(int count, fd_set* in, fd_set* out, fd_set* other,
                             const timespec* length, const sigset_t* set) {
    if (!is_controlled()) return real_pselect()(count, in, out, other, length, set);
    HEDDLE_FRAME;
    return sleep_in("pselect", any_of(count, in, out, other), length);
}

// Fine as long as it needn't wait.
#define REFUSE_TO_WAIT(RESULT, NAME, EVENTS, PARAMETERS, ARGUMENTS)           \
    HEDDLE_REAL(NAME)                                                         \
    HEDDLE_INTERCEPT RESULT NAME PARAMETERS {                                 \
        if (is_controlled() && would_wait(descriptor, EVENTS)) refuse(#NAME); \
        return real_##NAME() ARGUMENTS;                                       \
    }

REFUSE_TO_WAIT(ssize_t, read, POLLIN, (int descriptor, void* to, std::size_t size),
               (descriptor, to, size))
REFUSE_TO_WAIT(ssize_t, readv, POLLIN, (int descriptor, const iovec* to, int count),
               (descriptor, to, count))
REFUSE_TO_WAIT(ssize_t, recv, POLLIN, (int descriptor, void* to, std::size_t size, int flags),
               (descriptor, to, size, flags))
REFUSE_TO_WAIT(ssize_t, recvfrom, POLLIN,
               (int descriptor, void* to, std::size_t size, int flags, sockaddr* from,
                socklen_t* length),
               (descriptor, to, size, flags, from, length))
REFUSE_TO_WAIT(ssize_t, recvmsg, POLLIN, (int descriptor, msghdr* message, int flags),
               (descriptor, message, flags))
REFUSE_TO_WAIT(int, accept, POLLIN, (int descriptor, sockaddr* from, socklen_t* length),
               (descriptor, from, length))
REFUSE_TO_WAIT(int, accept4, POLLIN, (int descriptor, sockaddr* from, socklen_t* length, int flags),
               (descriptor, from, length, flags))
REFUSE_TO_WAIT(ssize_t, write, POLLOUT, (int descriptor, const void* from, std::size_t size),
               (descriptor, from, size))
REFUSE_TO_WAIT(ssize_t, writev, POLLOUT, (int descriptor, const iovec* from, int count),
               (descriptor, from, count))
REFUSE_TO_WAIT(ssize_t, send, POLLOUT,
               (int descriptor, const void* from, std::size_t size, int flags),
               (descriptor, from, size, flags))
REFUSE_TO_WAIT(ssize_t, sendto, POLLOUT,
               (int descriptor, const void* from, std::size_t size, int flags, const sockaddr* to,
                socklen_t length),
               (descriptor, from, size, flags, to, length))
REFUSE_TO_WAIT(ssize_t, sendmsg, POLLOUT, (int descriptor, const msghdr* message, int flags),
               (descriptor, message, flags))
