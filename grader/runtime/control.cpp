#include "runtime/control.hpp"

#include <linux/futex.h>
#include <string.h>
#include <sys/syscall.h>

#include "runtime/conclude.hpp"
#include "runtime/memory.hpp"
#include "runtime/own_stack.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/stack.hpp"
#include "runtime/start.hpp"

namespace heddle::runtime {
namespace {

// The real side of a controlled thread.
struct Task {
    volatile int may_run = 0;  // a futex word: 1 once it is this thread's turn
    int kernel_id = 0;
    ThreadId id = 0;
    int depth = 0;  // how many Inside live on it
};

constinit scheduler::Engine the_engine;
constinit Task tasks[scheduler::max_threads];
constinit scheduler::Record* the_record = nullptr;
constinit bool active = false;
constinit int dying = 0;  // kernel id of a thread that has handed over but not gone yet

constinit bool is_finishing = false;  // the body is over; thread 0 waits for the rest

// initial-exec: no call into the loader from a hook.
[[gnu::tls_model("initial-exec")]] constinit thread_local Task* current = nullptr;

void wait_until_gone() {
    if (dying == 0) return;
    const int gone = dying;
    dying = 0;
    while (raw_syscall(SYS_tgkill, raw_syscall(SYS_getpid), gone, 0) == 0) {
        raw_syscall(SYS_sched_yield);
    }
}

void park(Task& task) {
    while (task.may_run == 0) {
        raw_syscall(SYS_futex, reinterpret_cast<long>(&task.may_run),
                    FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 0);
    }
    task.may_run = 0;
    wait_until_gone();
}

void release(Task& task) {
    task.may_run = 1;
    raw_syscall(SYS_futex, reinterpret_cast<long>(&task.may_run), FUTEX_WAKE | FUTEX_PRIVATE_FLAG,
                1);
}

// After the body a standstill is a leak: somebody waits for ever, but not the case.
[[noreturn]] void stuck() {
    const bool is_leak = is_finishing && the_record->ending == scheduler::Ending::deadlock;
    if (is_leak) the_record->ending = scheduler::Ending::thread_leak;
    conclude_stuck();
}

void refuse_what_does_not_fit() {
    if (const char* what = the_engine.outgrown()) conclude(scheduler::Ending::unsupported, what);
}

// False when nobody can run.
bool choose_next() {
    bool has_chosen = false;
    on_own_stack([&] { has_chosen = the_engine.choose(); });
    return has_chosen;
}

// How many frames tell places apart: the runtime's own, then the hook's caller, which for a lock
// is a function of the standard library.
int frames_to(Operation operation) {
    return scheduler::is_memory(operation) ? 3 : 6;
}

void keep_wait() {
    on_own_stack([] { the_engine.note_wait(); });
}

bool is_recording() {
    return the_record->command.recording != scheduler::Recording::nothing;
}

// Lets the engine choose and hands over; returns when it is this thread's turn again.
void hand_over() {
    Task& me = *current;
    if (!choose_next()) stuck();
    const ThreadId next = the_engine.running();
    if (next == me.id) return;
    release(tasks[next]);
    park(me);
}

}  // namespace

scheduler::Engine& engine() {
    return the_engine;
}
scheduler::Record& record() {
    return *the_record;
}

bool is_controlled() {
    return active && current != nullptr && current->depth == 0;
}

Inside::Inside() : errno_(errno) {
    if (current != nullptr) ++current->depth;
}

Inside::~Inside() {
    if (current != nullptr) --current->depth;
    errno = errno_;
}

void begin_control(scheduler::Record& shared) {
    the_record = &shared;
    shared.load_address = load_address();
    the_engine.begin_schedule(shared);
    tasks[0].kernel_id = static_cast<int>(raw_syscall(SYS_gettid));
    current = &tasks[0];
    active = true;
}

void end_control() {
    active = false;
}

bool is_active() {
    return active;
}

void point(Operation operation, const volatile void* object, scheduler::Place place) {
    settle_write();
    const void* const frame = __builtin_frame_address(0);
    on_own_stack([&] {
        if (place == 0 && the_engine.follows_reads()) place = place_of(frame, frames_to(operation));
        the_engine.announce(operation, reinterpret_cast<std::uint64_t>(object), place);
        if (is_recording()) capture_stack(the_engine.running_state().stack);
    });
    if (the_engine.has_limit_exceeded()) conclude(scheduler::Ending::step_limit);
    refuse_what_does_not_fit();
    hand_over();
}

Wakeup wait_here(Time deadline) {
    if (deadline != 0 && deadline <= the_engine.now()) return Wakeup::timed_out;
    keep_wait();
    the_engine.block(deadline);
    hand_over();
    return the_engine.running_state().has_timed_out ? Wakeup::timed_out : Wakeup::woken;
}

Wakeup wait_for_end_of(ThreadId target, Time deadline) {
    while (the_engine.state(target).progress != scheduler::Progress::ended) {
        if (deadline != 0 && deadline <= the_engine.now()) return Wakeup::timed_out;
        keep_wait();
        the_engine.block_in_join(target, deadline);
        hand_over();
    }
    return Wakeup::woken;
}

Step* performed(Effect effect, StepResult result) {
    refuse_what_does_not_fit();
    Step* kept = nullptr;
    on_own_stack([&] { kept = the_engine.perform(effect, result); });
    return kept;
}

std::uint32_t wake(Operation operation, const volatile void* object, std::uint32_t count) {
    return the_engine.wake(operation, reinterpret_cast<std::uint64_t>(object), count);
}

void let_others_finish() {
    Inside inside;
    is_finishing = true;
    while (the_engine.alive() > 0) {
        point(Operation::finish, nullptr);
        if (the_engine.alive() == 0) break;  // the last one ended meanwhile
        keep_wait();
        the_engine.block(0);
        hand_over();
    }
}

void become_daemon() {
    the_engine.look_around();  // who counts as alive has to do with everybody
    the_engine.running_state().is_daemon = true;
    if (is_finishing) wake(Operation::finish, nullptr);
}

void leave() {
    Task& me = *current;
    the_engine.end_thread();
    if (is_finishing) wake(Operation::finish, nullptr);
    if (!choose_next()) stuck();
    dying = me.kernel_id;
    current = nullptr;
    release(tasks[the_engine.running()]);
}

void enter_as(ThreadId thread) {
    Task& me = tasks[thread];
    me.id = thread;
    me.kernel_id = static_cast<int>(raw_syscall(SYS_gettid));
    current = &me;
    take_spare_stack();
    park(me);
}

ThreadId self() {
    return current->id;
}

int kernel_id_of(ThreadId thread) {
    return tasks[thread].kernel_id;
}

}  // namespace heddle::runtime
