#include "runtime/processes.hpp"

#include <signal.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#include <cstdio>

#include "runtime/channels.hpp"
#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/process_status.hpp"
#include "runtime/races.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/start.hpp"
#include "runtime/threads.hpp"

HEDDLE_REAL(fork)

namespace heddle::runtime {
namespace {

constinit bool is_copy_of_one_thread = false;

int kernel_id_of_process() {
    return static_cast<int>(raw_syscall(SYS_getpid));
}

struct Created {
    ProcessId process;
    ThreadId thread;
};

Created new_process() {
    SharedState& all = shared();
    if (all.process_count == max_processes)
        conclude(scheduler::Ending::unsupported, "more than 63 child processes in one case");
    const ThreadId thread = engine().add_thread();
    if (thread == scheduler::no_thread)
        conclude(scheduler::Ending::unsupported, "more than 255 threads in one case");
    const auto process = static_cast<ProcessId>(all.process_count++);
    all.processes[process] = {.kernel_id = 0,
                              .parent = this_process(),
                              .first_thread = thread,
                              .has_ended = false,
                              .is_waited_for = false};
    all.tasks[thread] = {.may_run = 0, .kernel_id = 0, .id = thread, .process = process};
    char* const name = record().thread_names[thread].data();
    std::snprintf(name, record().thread_names[thread].size(), "child %d", int{process});
    return {process, thread};
}

void begin_child(const Created& child) {
    watch_cpu_time();
    adopt_forked_thread(child.thread);
    enter_as(child.thread, child.process);
    races::forked(child.process);
}

}  // namespace

void begin_first_process() {
    SharedState& all = shared();
    all.processes[0] = {.kernel_id = kernel_id_of_process(),
                        .parent = 0,
                        .first_thread = 0,
                        .has_ended = false,
                        .is_waited_for = false};
    all.process_count = 1;
}

pid_t fork_controlled(pid_t (*really_fork)()) {
    point(Operation::fork, nullptr);
    const Created child = new_process();
    races::talked();
    const bool has_others = threads_of_this_process() > 1;
    const pid_t kernel_id = really_fork();
    if (kernel_id == 0) {
        is_copy_of_one_thread |= has_others;
        begin_child(child);
        return 0;
    }
    if (kernel_id < 0) conclude(scheduler::Ending::unsupported, "the system refuses a process");
    shared().processes[child.process].kernel_id = kernel_id;
    if (Step* step = performed(Effect::progress)) {
        step->value = child.thread;
        step->has_value = true;
    }
    return kernel_id;
}

bool has_left_threads_behind() {
    return is_copy_of_one_thread;
}

void note_end_of(ProcessId process) {
    Process& ended = shared().processes[process];
    ended.has_ended = true;
    wake_at(Operation::wait_child,
            scheduler::address_in(scheduler::Space::process, std::uint64_t{ended.parent} + 1));
    wake_all_at_descriptors();  // its own are closed
}

void end_threads_of(ProcessId dead) {
    for (std::uint32_t i = 0; i < engine().thread_count(); ++i) {
        const auto thread = static_cast<ThreadId>(i);
        const bool is_alive = engine().state(thread).progress != scheduler::Progress::ended;
        if (shared().tasks[i].process == dead && is_alive) engine().end(thread);
    }
    note_end_of(dead);
    if (shared().is_finishing) wake_at(Operation::finish, 0);
}

int threads_of_this_process() {
    int count = 0;
    for (std::uint32_t i = 0; i < engine().thread_count(); ++i) {
        const bool is_alive =
            engine().state(static_cast<ThreadId>(i)).progress != scheduler::Progress::ended;
        count += shared().tasks[i].process == this_process() && is_alive ? 1 : 0;
    }
    return count;
}

void end_child_at_once(int code) {
    {
        const Inside inside;
        point(Operation::exit, nullptr);
        if (Step* step = performed(Effect::progress)) {
            step->value = static_cast<std::uint64_t>(code & 0xff);
            step->has_value = true;
        }
    }
    leave_process();
    for (;;)
        raw_syscall(SYS_exit_group, code);
}

void die_of(int signal, std::string_view text) {
    if (this_process() == 0) {
        record().report.signal = signal;
        conclude(scheduler::Ending::crashed, text);
    }
    leave_process();
    struct {
        sighandler_t handler = SIG_DFL;
        unsigned long flags = 0;
        void* restorer = nullptr;
        unsigned long mask = 0;
    } const by_default;
    raw_syscall(SYS_rt_sigaction, signal, reinterpret_cast<long>(&by_default), 0, 8);
    raw_syscall(SYS_kill, kernel_id_of_process(), signal);
    for (;;)
        raw_syscall(SYS_exit_group, 128 + signal);
}

void end_other_processes() {
    if (this_process() != 0) raw_syscall(SYS_kill, -shared().processes[0].kernel_id, SIGKILL);
}

void look_after_the_others() {
    const SharedState& all = shared();
    if (this_process() != 0) {
        if (raw_syscall(SYS_kill, all.processes[0].kernel_id, 0) != 0)
            raw_syscall(SYS_exit_group, 0);
        return;
    }
    const ThreadId running = engine().running();
    const Process& child = all.processes[all.tasks[running].process];
    if (all.tasks[running].process == 0 || !has_process_gone(child.kernel_id)) return;
    // Who goes regularly has chosen another before.
    if (engine().running() != running) return;
    conclude(scheduler::Ending::unsupported, "a child process that ends behind the scheduler");
}

bool runs_here() {
    return shared().tasks[engine().running()].process == this_process();
}

}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT pid_t fork() noexcept {
    if (!is_controlled()) return real_fork()();
    HEDDLE_FRAME;
    const Inside inside;
    return fork_controlled(real_fork());
}
