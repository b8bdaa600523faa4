#include "runtime/refused_system_calls.hpp"

#include <sys/syscall.h>

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
    {SYS_fork, "syscall(SYS_fork)"},
    {SYS_kill, "syscall(SYS_kill)"},
    {SYS_nanosleep, "syscall(SYS_nanosleep)"},
    {SYS_pause, "syscall(SYS_pause)"},
    {SYS_poll, "syscall(SYS_poll)"},
    {SYS_ppoll, "syscall(SYS_ppoll)"},
    {SYS_pselect6, "syscall(SYS_pselect6)"},
    {SYS_read, "syscall(SYS_read)"},
    {SYS_recvfrom, "syscall(SYS_recvfrom)"},
    {SYS_recvmsg, "syscall(SYS_recvmsg)"},
    {SYS_rt_sigaction, "syscall(SYS_rt_sigaction)"},
    {SYS_rt_sigprocmask, "syscall(SYS_rt_sigprocmask)"},
    {SYS_rt_sigsuspend, "syscall(SYS_rt_sigsuspend)"},
    {SYS_rt_sigtimedwait, "syscall(SYS_rt_sigtimedwait)"},
    {SYS_select, "syscall(SYS_select)"},
    {SYS_setitimer, "syscall(SYS_setitimer)"},
    {SYS_setpgid, "syscall(SYS_setpgid)"},
    {SYS_setsid, "syscall(SYS_setsid)"},
    {SYS_tgkill, "syscall(SYS_tgkill)"},
    {SYS_tkill, "syscall(SYS_tkill)"},
    {SYS_vfork, "syscall(SYS_vfork)"},
    {SYS_wait4, "syscall(SYS_wait4)"},
    {SYS_waitid, "syscall(SYS_waitid)"},
};

}  // namespace

void refuse_system_call(long number) {
    for (const Refused& each : refused) {
        if (each.number == number) conclude(scheduler::Ending::unsupported, each.name);
    }
}

}  // namespace heddle::runtime
