// The end of an end: close, shutdown, and what dup2 replaces. Who waits at the
// other end of a pipe or a socket may go on then.
#include <sys/socket.h>
#include <unistd.h>

#include "runtime/channels.hpp"
#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/start.hpp"

HEDDLE_REAL(close)
HEDDLE_REAL(dup2)
HEDDLE_REAL(dup3)
HEDDLE_REAL(shutdown)

namespace heddle::runtime {
namespace {

// Who waits at the other end may be told that nothing comes any more.
template <class Call>
int change(Operation operation, const Channel& channel, Call call) {
    long result = 0;
    {
        const Inside inside;
        point_at(operation, channel.key);
        result = call();
        if (result < 0) result = -errno;
        if (result >= 0) channel_changed(channel.key);
        performed(Effect::progress, result < 0 ? StepResult::failed : StepResult::done);
    }
    return static_cast<int>(with_errno(result));
}

// What stood at `to` is closed on the way. Reading through stdio nobody here sees.
template <class Call>
int duplicate(int from, int to, Call call) {
    if (is_completion(to)) {
        errno = EBADF;
        return -1;
    }
    if (to == STDIN_FILENO && channel_at(from).key != 0)
        conclude(scheduler::Ending::unsupported, "dup2 of a pipe or socket onto standard input");
    const Channel closed = channel_at(to);
    return closed.key == 0 || from == to ? call() : change(Operation::close, closed, call);
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT int close(int descriptor) {
    if (!is_controlled()) return real_close()(descriptor);
    HEDDLE_FRAME;
    if (is_completion(descriptor)) {
        errno = EBADF;
        return -1;
    }
    const Channel channel = channel_at(descriptor);
    if (channel.key == 0) return real_close()(descriptor);
    return change(Operation::close, channel, [&] { return real_close()(descriptor); });
}

HEDDLE_INTERCEPT int shutdown(int descriptor, int how) noexcept {
    if (!is_controlled()) return real_shutdown()(descriptor, how);
    HEDDLE_FRAME;
    return change(Operation::close, channel_at(descriptor),
                  [&] { return real_shutdown()(descriptor, how); });
}

HEDDLE_INTERCEPT int dup2(int from, int to) noexcept {
    if (!is_controlled()) return real_dup2()(from, to);
    HEDDLE_FRAME;
    return duplicate(from, to, [&] { return real_dup2()(from, to); });
}

HEDDLE_INTERCEPT int dup3(int from, int to, int flags) noexcept {
    if (!is_controlled()) return real_dup3()(from, to, flags);
    HEDDLE_FRAME;
    return duplicate(from, to, [&] { return real_dup3()(from, to, flags); });
}
