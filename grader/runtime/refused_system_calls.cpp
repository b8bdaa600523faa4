#include "runtime/refused_system_calls.hpp"

#include <fcntl.h>
#include <sys/syscall.h>

#include <cstddef>

#include "runtime/channels.hpp"
#include "runtime/conclude.hpp"

namespace heddle::runtime {
namespace {

struct Refused {
    long number;
    const char* name;
};

constexpr Refused refused[] = {
    {SYS_accept, "syscall(SYS_accept)"},
    {SYS_accept4, "syscall(SYS_accept4)"},
    {SYS_clock_nanosleep, "syscall(SYS_clock_nanosleep)"},
    {SYS_clone, "syscall(SYS_clone)"},
    {SYS_clone3, "syscall(SYS_clone3)"},
    {SYS_connect, "syscall(SYS_connect)"},
    {SYS_epoll_pwait, "syscall(SYS_epoll_pwait)"},
    {SYS_epoll_wait, "syscall(SYS_epoll_wait)"},
    {SYS_execve, "syscall(SYS_execve)"},
    {SYS_execveat, "syscall(SYS_execveat)"},
    {SYS_exit, "syscall(SYS_exit)"},
    {SYS_exit_group, "syscall(SYS_exit_group)"},
    {SYS_flock, "syscall(SYS_flock)"},
    {SYS_fork, "syscall(SYS_fork)"},
    {SYS_kill, "syscall(SYS_kill)"},
    {SYS_mq_timedreceive, "syscall(SYS_mq_timedreceive)"},
    {SYS_mq_timedsend, "syscall(SYS_mq_timedsend)"},
    {SYS_msgrcv, "syscall(SYS_msgrcv)"},
    {SYS_msgsnd, "syscall(SYS_msgsnd)"},
    {SYS_nanosleep, "syscall(SYS_nanosleep)"},
    {SYS_pause, "syscall(SYS_pause)"},
    {SYS_poll, "syscall(SYS_poll)"},
    {SYS_ppoll, "syscall(SYS_ppoll)"},
    {SYS_pselect6, "syscall(SYS_pselect6)"},
    {SYS_read, "syscall(SYS_read)"},
    {SYS_recvfrom, "syscall(SYS_recvfrom)"},
    {SYS_recvmmsg, "syscall(SYS_recvmmsg)"},
    {SYS_recvmsg, "syscall(SYS_recvmsg)"},
    {SYS_rt_sigaction, "syscall(SYS_rt_sigaction)"},
    {SYS_rt_sigprocmask, "syscall(SYS_rt_sigprocmask)"},
    {SYS_rt_sigsuspend, "syscall(SYS_rt_sigsuspend)"},
    {SYS_rt_sigtimedwait, "syscall(SYS_rt_sigtimedwait)"},
    {SYS_select, "syscall(SYS_select)"},
    {SYS_semop, "syscall(SYS_semop)"},
    {SYS_semtimedop, "syscall(SYS_semtimedop)"},
    {SYS_sendmmsg, "syscall(SYS_sendmmsg)"},
    {SYS_setitimer, "syscall(SYS_setitimer)"},
    {SYS_setpgid, "syscall(SYS_setpgid)"},
    {SYS_setsid, "syscall(SYS_setsid)"},
    {SYS_splice, "syscall(SYS_splice)"},
    {SYS_tee, "syscall(SYS_tee)"},
    {SYS_tgkill, "syscall(SYS_tgkill)"},
    {SYS_tkill, "syscall(SYS_tkill)"},
    {SYS_vfork, "syscall(SYS_vfork)"},
    {SYS_vmsplice, "syscall(SYS_vmsplice)"},
    {SYS_wait4, "syscall(SYS_wait4)"},
    {SYS_waitid, "syscall(SYS_waitid)"},
};

// Those whose first argument is a descriptor, and that wait only at a pipe or a socket.
constexpr Refused refused_at_channels[] = {
    {SYS_preadv2, "syscall(SYS_preadv2)"}, {SYS_pwritev2, "syscall(SYS_pwritev2)"},
    {SYS_readv, "syscall(SYS_readv)"},     {SYS_sendfile, "syscall(SYS_sendfile)"},
    {SYS_sendmsg, "syscall(SYS_sendmsg)"}, {SYS_sendto, "syscall(SYS_sendto)"},
    {SYS_write, "syscall(SYS_write)"},     {SYS_writev, "syscall(SYS_writev)"},
};

template <std::size_t count>
const char* name_among(const Refused (&calls)[count], long number) {
    for (const Refused& each : calls) {
        if (each.number == number) return each.name;
    }
    return nullptr;
}

const char* refused_name(long number, long first, long second) {
    if (const char* const name = name_among(refused, number)) return name;
    if (number == SYS_fcntl && (second == F_SETLKW || second == F_OFD_SETLKW))
        return "syscall(SYS_fcntl)";
    const char* const name = name_among(refused_at_channels, number);
    const bool is_at_channel = name != nullptr && channel_at(static_cast<int>(first)).key != 0;
    return is_at_channel ? name : nullptr;
}

}  // namespace

void refuse_system_call(long number, long first, long second) {
    if (const char* const name = refused_name(number, first, second))
        conclude(scheduler::Ending::unsupported, name);
}

}  // namespace heddle::runtime
