// open: of a named pipe it waits until somebody has opened the other end
// (fifo(7)). Whatever else it opens it never waits for.
#include "runtime/named_pipes.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <cstdarg>

#include "runtime/channels.hpp"
#include "runtime/control.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"

HEDDLE_REAL(open)
HEDDLE_REAL(open64)
HEDDLE_REAL(openat)
HEDDLE_REAL(openat64)

namespace heddle::runtime {
namespace {

// Whether a writer is there, or has been since the pipe was opened without waiting.
bool has_met_writer(int reader) {
    pollfd polled = {reader, POLLIN, 0};
    raw_syscall(SYS_poll, reinterpret_cast<long>(&polled), 1, 0);
    if (polled.revents != 0) return true;
    char byte = 0;
    return raw_syscall(SYS_read, reader, reinterpret_cast<long>(&byte), 1) == -EAGAIN;
}

// Calls `open_at_once(flags)`, which doesn't wait, until the other end is there.
template <class Open>
long meet(std::uint64_t key, int flags, Open open_at_once) {
    const int access = flags & O_ACCMODE;
    const bool waits = (flags & O_NONBLOCK) == 0;
    long opened = open_at_once();
    Wait wait = Wait::kept;
    while (waits && access == O_WRONLY && opened == -ENXIO) {
        wait_here(0, wait);
        wait = Wait::gone_on_with;
        opened = open_at_once();
    }
    if (opened < 0) return opened;
    channel_changed(key);
    while (waits && access == O_RDONLY && !has_met_writer(static_cast<int>(opened))) {
        wait_here(0, wait);
        wait = Wait::gone_on_with;
    }
    if (waits) raw_syscall(SYS_fcntl, opened, F_SETFL, flags & ~O_NONBLOCK);
    return opened;
}

template <class Open>
int open_controlled(int folder, const char* path, int flags, Open really_open) {
    const auto key = named_pipe(folder, path);
    if (!key) return really_open(flags);
    long result = 0;
    {
        const Inside inside;
        point_at(Operation::open, *key);
        result = meet(*key, flags, [&] {
            const int opened = really_open(flags | O_NONBLOCK);
            return opened < 0 ? -long{errno} : long{opened};
        });
        performed(result < 0 ? Effect::idle : Effect::progress,
                  result < 0 ? StepResult::failed : StepResult::done);
    }
    return static_cast<int>(with_errno(result));
}

}  // namespace

std::optional<std::uint64_t> named_pipe(int folder, const char* path) {
    struct stat seen = {};
    const long error = raw_syscall(SYS_newfstatat, folder, reinterpret_cast<long>(path),
                                   reinterpret_cast<long>(&seen), 0);
    if (error != 0 || !S_ISFIFO(seen.st_mode)) return std::nullopt;
    return scheduler::address_in(scheduler::Space::pipe, identity_of(seen.st_dev, seen.st_ino));
}

}  // namespace heddle::runtime

using namespace heddle::runtime;

// The mode, which is there only where a file may be created.
#define HEDDLE_MODE(MODE, FLAGS)                                                        \
    va_list list;                                                                       \
    va_start(list, FLAGS);                                                              \
    const bool may_create = ((FLAGS)&O_CREAT) != 0 || ((FLAGS)&O_TMPFILE) == O_TMPFILE; \
    const auto MODE = may_create ? va_arg(list, mode_t) : mode_t{0};                    \
    va_end(list);

#define OPEN(NAME)                                                                             \
    HEDDLE_INTERCEPT int NAME(const char* path, int flags, ...) {                              \
        HEDDLE_MODE(mode, flags)                                                               \
        if (!is_controlled()) return real_##NAME()(path, flags, mode);                         \
        HEDDLE_FRAME;                                                                          \
        return open_controlled(AT_FDCWD, path, flags,                                          \
                               [&](int wanted) { return real_##NAME()(path, wanted, mode); }); \
    }

#define OPENAT(NAME)                                                           \
    HEDDLE_INTERCEPT int NAME(int folder, const char* path, int flags, ...) {  \
        HEDDLE_MODE(mode, flags)                                               \
        if (!is_controlled()) return real_##NAME()(folder, path, flags, mode); \
        HEDDLE_FRAME;                                                          \
        return open_controlled(folder, path, flags, [&](int wanted) {          \
            return real_##NAME()(folder, path, wanted, mode);                  \
        });                                                                    \
    }

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
