#include "runtime/control.hpp"

#include <linux/futex.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "runtime/channels.hpp"
#include "runtime/conclude.hpp"
#include "runtime/memory.hpp"
#include "runtime/own_stack.hpp"
#include "runtime/process_status.hpp"
#include "runtime/processes.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/shared_state.hpp"
#include "runtime/stack.hpp"
#include "runtime/start.hpp"

namespace heddle::runtime {
namespace {

// Zeros: begin_schedule() gives the engine its first values, and never touches most of it. Whole
// pages, so that nothing else is shared with it.
constexpr std::size_t page = 4096;
constexpr std::size_t state_size = (sizeof(SharedState) + page - 1) / page * page;
alignas(page) constinit std::array<std::byte, state_size> state_memory = {};

constinit scheduler::Record* the_record = nullptr;
constinit bool active = false;
constinit ProcessId the_process = 0;

// initial-exec: no call into the loader from a hook.
[[gnu::tls_model("initial-exec")]] constinit thread_local Task* current = nullptr;
[[gnu::tls_model("initial-exec")]] constinit thread_local int depth = 0;  // how many Inside live

bool has_gone(const Dying& who) {
    if (who.thread == 0) return has_process_gone(who.process);
    return raw_syscall(SYS_tgkill, who.process, who.thread, 0) != 0;
}

void wait_until_gone() {
    const Dying gone = shared().dying;
    shared().dying = {};
    if (gone.process == 0) return;
    while (!has_gone(gone))
        raw_syscall(SYS_sched_yield);
}

// Each looks up from time to time, for a process that is ended from outside tells nobody. That may
// be one that is forked meanwhile.
void park(Task& task) {
    const timespec a_second = {1, 0};
    while (task.may_run == 0) {
        raw_syscall(SYS_futex, reinterpret_cast<long>(&task.may_run), FUTEX_WAIT, 0,
                    reinterpret_cast<long>(&a_second));
        look_after_the_others();
    }
    task.may_run = 0;
    wait_until_gone();
}

void release(Task& task) {
    task.may_run = 1;
    raw_syscall(SYS_futex, reinterpret_cast<long>(&task.may_run), FUTEX_WAKE, 1);
}

// After the body a standstill is a leak: somebody waits for ever, but not the case.
[[noreturn]] void stuck() {
    const bool is_leak = shared().is_finishing && the_record->ending == scheduler::Ending::deadlock;
    if (is_leak) the_record->ending = scheduler::Ending::thread_leak;
    conclude_stuck();
}

void refuse_what_does_not_fit() {
    if (const char* what = engine().outgrown()) conclude(scheduler::Ending::unsupported, what);
}

bool choose_once() {
    bool has_chosen = false;
    on_own_stack([&] { has_chosen = engine().choose(); });
    return has_chosen;
}

// At a standstill, and not again before somebody has got anywhere: a write that nobody here has
// seen, of stdio for example, may have made a descriptor ready.
bool ask_again() {
    if (the_record->ending != scheduler::Ending::deadlock || shared().has_asked_again) return false;
    shared().has_asked_again = true;
    if (!wake_all_at_descriptors()) return false;
    the_record->ending = scheduler::Ending::none;
    return true;
}

// False when nobody can run.
bool choose_next() {
    return choose_once() || (ask_again() && choose_once());
}

// How many frames tell places apart: the runtime's own, then the hook's caller, which for a lock
// is a function of the standard library.
int frames_to(Operation operation) {
    return scheduler::is_memory(operation) ? 3 : 6;
}

void keep_wait() {
    on_own_stack([] { engine().note_wait(); });
}

bool is_recording() {
    return the_record->command.recording != scheduler::Recording::nothing;
}

// Lets the engine choose and hands over; returns when it is this thread's turn again.
void hand_over() {
    Task& me = *current;
    if (!choose_next()) stuck();
    const ThreadId next = engine().running();
    if (next == me.id) return;
    release(shared().tasks[next]);
    park(me);
}

}  // namespace

SharedState& shared() {
    return *reinterpret_cast<SharedState*>(state_memory.data());
}

void share_state() {
    raw_syscall(SYS_mmap, reinterpret_cast<long>(state_memory.data()), state_size,
                PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
}

ProcessId this_process() {
    return the_process;
}

scheduler::Engine& engine() {
    return shared().engine;
}
scheduler::Record& record() {
    return *the_record;
}

bool is_controlled() {
    return active && current != nullptr && depth == 0;
}

Inside::Inside() : errno_(errno) {
    ++depth;
}

Inside::~Inside() {
    --depth;
    errno = errno_;
}

void begin_control(scheduler::Record& record) {
    the_record = &record;
    record.load_address = load_address();
    share_state();
    engine().begin_schedule(record);
    Task& first = shared().tasks[0];
    first.kernel_id = static_cast<int>(raw_syscall(SYS_gettid));
    current = &first;
    begin_first_process();
    active = true;
}

void end_control() {
    active = false;
}

bool is_active() {
    return active;
}

void point(Operation operation, const volatile void* object, scheduler::Place place) {
    point_at(operation, key_of(object), place);
}

void point_at(Operation operation, std::uint64_t key, scheduler::Place place) {
    settle_write();
    const void* const frame = __builtin_frame_address(0);
    on_own_stack([&] {
        if (place == 0 && engine().follows_reads()) place = place_of(frame, frames_to(operation));
        engine().announce(operation, key, place);
        if (is_recording()) capture_stack(engine().running_state().stack);
    });
    if (engine().has_limit_exceeded()) conclude(scheduler::Ending::step_limit);
    refuse_what_does_not_fit();
    hand_over();
}

Wakeup wait_here(Time deadline, Wait wait) {
    if (deadline != 0 && deadline <= engine().now()) return Wakeup::timed_out;
    if (wait == Wait::kept) keep_wait();
    engine().block(deadline);
    hand_over();
    return engine().running_state().has_timed_out ? Wakeup::timed_out : Wakeup::woken;
}

Wakeup wait_for_end_of(ThreadId target, Time deadline) {
    while (engine().state(target).progress != scheduler::Progress::ended) {
        if (deadline != 0 && deadline <= engine().now()) return Wakeup::timed_out;
        keep_wait();
        engine().block_in_join(target, deadline);
        hand_over();
    }
    return Wakeup::woken;
}

void wait_for_child(ThreadId child, Wait wait) {
    if (wait == Wait::kept) keep_wait();
    engine().block_in_join(child, 0);
    hand_over();
}

Step* performed(Effect effect, StepResult result) {
    refuse_what_does_not_fit();
    Step* kept = nullptr;
    on_own_stack([&] { kept = engine().perform(effect, result); });
    if (effect == Effect::progress) shared().has_asked_again = false;
    return kept;
}

std::uint32_t wake(Operation operation, const volatile void* object, std::uint32_t count) {
    return wake_at(operation, key_of(object), count);
}

std::uint32_t wake_at(Operation operation, std::uint64_t key, std::uint32_t count) {
    return engine().wake(operation, key, count);
}

void let_others_finish() {
    Inside inside;
    shared().is_finishing = true;
    while (engine().alive() > 0) {
        point(Operation::finish, nullptr);
        if (engine().alive() == 0) break;  // the last one ended meanwhile
        keep_wait();
        engine().block(0);
        hand_over();
    }
}

void become_daemon() {
    engine().look_around();  // who counts as alive has to do with everybody
    engine().running_state().is_daemon = true;
    if (shared().is_finishing) wake_at(Operation::finish, 0);
}

void leave() {
    const Dying me = {shared().processes[the_process].kernel_id, current->kernel_id};
    engine().end_thread();
    const bool is_last = the_process != 0 && threads_of_this_process() == 0;
    if (is_last) note_end_of(the_process);  // the C library now ends the process
    if (shared().is_finishing) wake_at(Operation::finish, 0);
    if (!choose_next()) stuck();
    shared().dying = is_last ? Dying{me.process, 0} : me;
    current = nullptr;
    release(shared().tasks[engine().running()]);
}

void leave_process() {
    end_threads_of(the_process);
    if (!choose_next()) stuck();
    shared().dying = {shared().processes[the_process].kernel_id, 0};
    active = false;
    current = nullptr;
    release(shared().tasks[engine().running()]);
}

void enter_as(ThreadId thread) {
    Task& me = shared().tasks[thread];
    me.id = thread;
    me.kernel_id = static_cast<int>(raw_syscall(SYS_gettid));
    current = &me;
    take_spare_stack();
    park(me);
}

void enter_as(ThreadId thread, ProcessId process) {
    the_process = process;
    become_copy();
    enter_as(thread);
}

ThreadId self() {
    return current->id;
}

int kernel_id_of(ThreadId thread) {
    return shared().tasks[thread].kernel_id;
}

}  // namespace heddle::runtime
