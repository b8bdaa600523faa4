// The calls that lead out of control, in one table. Within a case each ends the
// schedule as unsupported, by its name: never a hang, never a verdict on luck.
#include <fcntl.h>
#include <mqueue.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include <cstdarg>
#include <cstdio>
#include <cstdlib>

#include "runtime/channels.hpp"
#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/real.hpp"

#define REFUSE(RESULT, NAME, PARAMETERS, ARGUMENTS)                   \
    HEDDLE_REAL(NAME)                                                 \
    HEDDLE_INTERCEPT RESULT NAME PARAMETERS {                         \
        using namespace heddle;                                       \
        if (runtime::is_controlled()) {                               \
            runtime::conclude(scheduler::Ending::unsupported, #NAME); \
        }                                                             \
        return real_##NAME() ARGUMENTS;                               \
    }

using Spawned = const posix_spawn_file_actions_t*;
using SpawnSettings = const posix_spawnattr_t*;
using Strings = char* const*;

// Foreign programs, and children by other ways than fork. Who leaves the process group would
// outlive the schedule.
REFUSE(pid_t, _Fork, () noexcept, ())
REFUSE(pid_t, setsid, () noexcept, ())
REFUSE(int, setpgid, (pid_t process, pid_t group) noexcept, (process, group))
REFUSE(int, daemon, (int no_chdir, int no_close) noexcept, (no_chdir, no_close))
REFUSE(int, execve, (const char* path, Strings arguments, Strings environment) noexcept,
       (path, arguments, environment))
REFUSE(int, execv, (const char* path, Strings arguments) noexcept, (path, arguments))
REFUSE(int, execvp, (const char* file, Strings arguments) noexcept, (file, arguments))
REFUSE(int, execvpe, (const char* file, Strings arguments, Strings environment) noexcept,
       (file, arguments, environment))
REFUSE(int, posix_spawn,
       (pid_t * child, const char* program, Spawned files, SpawnSettings settings,
        Strings arguments, Strings environment),
       (child, program, files, settings, arguments, environment))
REFUSE(int, posix_spawnp,
       (pid_t * child, const char* program, Spawned files, SpawnSettings settings,
        Strings arguments, Strings environment),
       (child, program, files, settings, arguments, environment))
REFUSE(int, system, (const char* line), (line))
REFUSE(FILE*, popen, (const char* line, const char* mode), (line, mode))
REFUSE(int, clone, (int (*function)(void*), void* stack, int flags, void* argument, ...) noexcept,
       (function, stack, flags, argument))

// Signals between threads, and alarms in real time.
REFUSE(int, pthread_cancel, (pthread_t thread), (thread))
REFUSE(int, pthread_kill, (pthread_t thread, int signal) noexcept, (thread, signal))
REFUSE(int, pthread_sigqueue, (pthread_t thread, int signal, const sigval value) noexcept,
       (thread, signal, value))
REFUSE(int, sigqueue, (pid_t process, int signal, const sigval value) noexcept,
       (process, signal, value))
REFUSE(unsigned, alarm, (unsigned seconds) noexcept, (seconds))
REFUSE(int, setitimer,
       (__itimer_which_t which, const itimerval* value, itimerval* previous) noexcept,
       (which, value, previous))
REFUSE(int, timer_create, (clockid_t clock, sigevent* event, timer_t* timer) noexcept,
       (clock, event, timer))

// Waits for what nobody here controls.
REFUSE(int, pause, (), ())
REFUSE(int, sigwait, (const sigset_t* set, int* signal), (set, signal))
REFUSE(int, sigwaitinfo, (const sigset_t* set, siginfo_t* info), (set, info))
REFUSE(int, sigtimedwait, (const sigset_t* set, siginfo_t* info, const timespec* length),
       (set, info, length))
REFUSE(int, sigsuspend, (const sigset_t* set), (set))
REFUSE(int, epoll_wait, (int epoll, epoll_event* events, int count, int ms),
       (epoll, events, count, ms))
REFUSE(int, epoll_pwait, (int epoll, epoll_event* events, int count, int ms, const sigset_t* set),
       (epoll, events, count, ms, set))
REFUSE(int, flock, (int file, int operation) noexcept, (file, operation))
REFUSE(int, lockf, (int file, int command, off_t length), (file, command, length))
REFUSE(int, semtimedop,
       (int id, sembuf* operations, std::size_t count, const timespec* length) noexcept,
       (id, operations, count, length))
REFUSE(int, semop, (int id, sembuf* operations, std::size_t count) noexcept,
       (id, operations, count))
REFUSE(ssize_t, msgrcv, (int id, void* message, std::size_t size, long type, int flags),
       (id, message, size, type, flags))
REFUSE(int, msgsnd, (int id, const void* message, std::size_t size, int flags),
       (id, message, size, flags))
REFUSE(ssize_t, mq_receive, (mqd_t queue, char* message, std::size_t size, unsigned* priority),
       (queue, message, size, priority))
REFUSE(int, mq_send, (mqd_t queue, const char* message, std::size_t size, unsigned priority),
       (queue, message, size, priority))
REFUSE(ssize_t, mq_timedreceive,
       (mqd_t queue, char* message, std::size_t size, unsigned* priority, const timespec* until),
       (queue, message, size, priority, until))
REFUSE(int, mq_timedsend,
       (mqd_t queue, const char* message, std::size_t size, unsigned priority,
        const timespec* until),
       (queue, message, size, priority, until))
REFUSE(int, recvmmsg, (int socket, mmsghdr* messages, unsigned count, int flags, timespec* length),
       (socket, messages, count, flags, length))
REFUSE(int, sendmmsg, (int socket, mmsghdr* messages, unsigned count, int flags),
       (socket, messages, count, flags))
REFUSE(ssize_t, splice,
       (int from, off64_t* from_offset, int to, off64_t* to_offset, std::size_t size,
        unsigned flags),
       (from, from_offset, to, to_offset, size, flags))
REFUSE(ssize_t, tee, (int from, int to, std::size_t size, unsigned flags), (from, to, size, flags))
REFUSE(ssize_t, vmsplice, (int pipe, const iovec* pieces, std::size_t count, unsigned flags),
       (pipe, pieces, count, flags))

HEDDLE_REAL(sendfile)
HEDDLE_REAL(sendfile64)
HEDDLE_REAL(fcntl)
HEDDLE_REAL(fcntl64)

namespace heddle::runtime {
namespace {

// A file takes all there is at once.
void refuse_into_channel(int descriptor, const char* function) {
    if (is_controlled() && channel_at(descriptor).key != 0)
        conclude(scheduler::Ending::unsupported, function);
}

// The one command that waits, for a process or for an open file.
void refuse_to_wait_for_lock(int command) {
    if (!is_controlled()) return;
    if (command == F_SETLKW) conclude(scheduler::Ending::unsupported, "fcntl(F_SETLKW)");
    if (command == F_OFD_SETLKW) conclude(scheduler::Ending::unsupported, "fcntl(F_OFD_SETLKW)");
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT ssize_t sendfile(int to, int from, off_t* offset, std::size_t size) noexcept {
    refuse_into_channel(to, "sendfile");
    return real_sendfile()(to, from, offset, size);
}

HEDDLE_INTERCEPT ssize_t sendfile64(int to, int from, off64_t* offset, std::size_t size) noexcept {
    refuse_into_channel(to, "sendfile64");
    return real_sendfile64()(to, from, offset, size);
}

// Its third argument is a number, a pointer, or missing: one word that goes on as it is.
#define FCNTL(NAME)                                               \
    HEDDLE_INTERCEPT int NAME(int descriptor, int command, ...) { \
        refuse_to_wait_for_lock(command);                         \
        va_list list;                                             \
        va_start(list, command);                                  \
        void* const argument = va_arg(list, void*);               \
        va_end(list);                                             \
        return real_##NAME()(descriptor, command, argument);      \
    }

FCNTL(fcntl)
FCNTL(fcntl64)
