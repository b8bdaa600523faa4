// The calls that lead out of control, in one table. Within a case each ends the
// schedule as unsupported, by its name: never a hang, never a verdict on luck.
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
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

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
REFUSE(int, semop, (int id, sembuf* operations, std::size_t count) noexcept,
       (id, operations, count))
REFUSE(ssize_t, msgrcv, (int id, void* message, std::size_t size, long type, int flags),
       (id, message, size, type, flags))
REFUSE(ssize_t, mq_receive, (mqd_t queue, char* message, std::size_t size, unsigned* priority),
       (queue, message, size, priority))
REFUSE(int, mq_send, (mqd_t queue, const char* message, std::size_t size, unsigned priority),
       (queue, message, size, priority))
