// wait in all its forms, and kill: what a parent has to do with its children.
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "runtime/channels.hpp"
#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/process_status.hpp"
#include "runtime/processes.hpp"
#include "runtime/races.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"

HEDDLE_REAL(wait)
HEDDLE_REAL(waitpid)
HEDDLE_REAL(wait3)
HEDDLE_REAL(wait4)
HEDDLE_REAL(waitid)
HEDDLE_REAL(kill)

namespace heddle::runtime {
namespace {

// What waitpid is asked for: one child, or any (-1, and the group that all of them are in).
bool is_asked_for(ProcessId process, pid_t wanted) {
    const Process& each = shared().processes[process];
    if (each.parent != this_process() || each.is_waited_for) return false;
    return wanted <= 0 || each.kernel_id == wanted;
}

struct Children {
    ProcessId ended = no_process;  // the first that has ended
    ProcessId running = no_process;
    int running_count = 0;

    bool is_none() const { return ended == no_process && running_count == 0; }
};

Children children_asked_for(pid_t wanted) {
    Children found;
    for (std::uint32_t i = 1; i < shared().process_count; ++i) {
        const auto process = static_cast<ProcessId>(i);
        if (!is_asked_for(process, wanted)) continue;
        if (!shared().processes[i].has_ended) {
            found.running = process;
            ++found.running_count;
        } else if (found.ended == no_process) {
            found.ended = process;
        }
    }
    return found;
}

std::uint64_t key_of_wait() {
    return scheduler::address_in(scheduler::Space::process, std::uint64_t{this_process()} + 1);
}

// Whose end is waited for is known where it can only be one.
void block_until_one_ends(const Children& children, Wait wait) {
    const bool is_one = children.running_count == 1;
    const ThreadId first = shared().processes[children.running].first_thread;
    wait_for_child(is_one ? first : scheduler::no_thread, wait);
}

struct Found {
    ProcessId process = no_process;
    long error = 0;  // ECHILD; 0 where a child has ended, or none has and nobody wants to wait
};

Found find_child(pid_t wanted, int options) {
    point_at(Operation::wait_child, key_of_wait());
    Wait wait = Wait::kept;
    for (;;) {
        const Children children = children_asked_for(wanted);
        if (children.is_none()) return {no_process, ECHILD};
        if (children.ended != no_process || (options & WNOHANG) != 0) return {children.ended, 0};
        block_until_one_ends(children, wait);
        wait = Wait::gone_on_with;
    }
}

void performed_wait(const Found& found) {
    const bool has_found = found.process != no_process;
    Step* const step = performed(has_found ? Effect::progress : Effect::idle,
                                 has_found ? StepResult::done : StepResult::failed);
    if (step == nullptr || !has_found) return;
    step->value = shared().processes[found.process].first_thread;
    step->has_value = true;
}

// Calls `collect(kernel id)`, which really waits, for the child that has ended.
template <class Collect>
long wait_for_children(pid_t wanted, int options, Collect collect) {
    long result = 0;
    {
        const Inside inside;
        const Found found = find_child(wanted, options);
        performed_wait(found);
        if (found.process != no_process) {
            races::talked();
            Process& ended = shared().processes[found.process];
            result = collect(ended.kernel_id);
            ended.is_waited_for = (options & WNOWAIT) == 0;
            if (ended.is_waited_for) engine().joined(ended.first_thread);
        }
        if (found.error != 0) result = -found.error;
    }
    return with_errno(result);
}

pid_t wait_for(pid_t wanted, int* status, int options, rusage* usage) {
    return static_cast<pid_t>(wait_for_children(wanted, options, [&](pid_t child) {
        return raw_syscall(SYS_wait4, child, reinterpret_cast<long>(status), 0,
                           reinterpret_cast<long>(usage));
    }));
}

[[noreturn]] void refuse(const char* what) {
    conclude(scheduler::Ending::unsupported, what);
}

bool ends_a_process(int signal) {
    return signal == SIGKILL || signal == SIGTERM || signal == SIGINT || signal == SIGHUP ||
           signal == SIGQUIT || signal == SIGUSR1 || signal == SIGUSR2;
}

ProcessId process_with(pid_t kernel_id) {
    for (std::uint32_t i = 0; i < shared().process_count; ++i) {
        const Process& each = shared().processes[i];
        if (each.kernel_id == kernel_id && !each.is_waited_for) return static_cast<ProcessId>(i);
    }
    return no_process;
}

// Ends another process of the program, as the signal's default does.
void end_process(ProcessId target, int signal) {
    Process& dead = shared().processes[target];
    raw_syscall(SYS_kill, dead.kernel_id, signal);
    while (!has_process_gone(dead.kernel_id))
        raw_syscall(SYS_sched_yield);
    end_threads_of(target);
}

long send_signal(pid_t wanted, int signal) {
    point_at(Operation::kill, key_of_wait());
    const ProcessId target = wanted > 0 ? process_with(wanted) : no_process;
    if (wanted > 0 && target == no_process) {
        performed(Effect::idle, StepResult::failed);
        return -ESRCH;
    }
    if (signal == 0 || (target != no_process && shared().processes[target].has_ended)) {
        performed(Effect::idle);
        return 0;
    }
    if (target == no_process || !ends_a_process(signal)) refuse("kill");
    const Disposition what = disposition_of(shared().processes[target].kernel_id, signal);
    if (what == Disposition::ignored) {
        performed(Effect::idle);
        return 0;
    }
    if (what == Disposition::delayed || target == 0) refuse("kill");
    performed(Effect::progress);
    if (target == this_process()) die_of(signal, "");
    end_process(target, signal);
    return 0;
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT pid_t wait(int* status) {
    if (!is_controlled()) return real_wait()(status);
    HEDDLE_FRAME;
    return wait_for(-1, status, 0, nullptr);
}

HEDDLE_INTERCEPT pid_t waitpid(pid_t child, int* status, int options) {
    if (!is_controlled()) return real_waitpid()(child, status, options);
    HEDDLE_FRAME;
    return wait_for(child, status, options, nullptr);
}

HEDDLE_INTERCEPT pid_t wait3(int* status, int options, rusage* usage) noexcept {
    if (!is_controlled()) return real_wait3()(status, options, usage);
    HEDDLE_FRAME;
    return wait_for(-1, status, options, usage);
}

HEDDLE_INTERCEPT pid_t wait4(pid_t child, int* status, int options, rusage* usage) noexcept {
    if (!is_controlled()) return real_wait4()(child, status, options, usage);
    HEDDLE_FRAME;
    return wait_for(child, status, options, usage);
}

HEDDLE_INTERCEPT int waitid(idtype_t kind, id_t id, siginfo_t* info, int options) {
    if (!is_controlled()) return real_waitid()(kind, id, info, options);
    HEDDLE_FRAME;
    if ((options & WEXITED) == 0 || (kind != P_ALL && kind != P_PID)) refuse("waitid");
    if (info != nullptr) *info = {};
    const pid_t wanted = kind == P_PID ? static_cast<pid_t>(id) : -1;
    return static_cast<int>(wait_for_children(wanted, options, [&](pid_t child) {
        return raw_syscall(SYS_waitid, P_PID, child, reinterpret_cast<long>(info),
                           WEXITED | (options & WNOWAIT), 0);
    }));
}

HEDDLE_INTERCEPT int kill(pid_t process, int signal) noexcept {
    if (!is_controlled()) return real_kill()(process, signal);
    HEDDLE_FRAME;
    long result = 0;
    {
        const Inside inside;
        result = send_signal(process, signal);
    }
    return static_cast<int>(with_errno(result));
}
