// pthread_create, join, detach, exit: what std::thread is made of.
#include <pthread.h>

#include <climits>
#include <thread>
#include <utility>

#include "runtime/allocations.hpp"
#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/processes.hpp"
#include "runtime/races.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/sanitizer_threads.hpp"
#include "runtime/shared_state.hpp"
#include "runtime/threads.hpp"
#include "runtime/virtual_time.hpp"

HEDDLE_REAL(pthread_create)
HEDDLE_REAL(pthread_join)
HEDDLE_REAL(pthread_tryjoin_np)
HEDDLE_REAL(pthread_timedjoin_np)
HEDDLE_REAL(pthread_clockjoin_np)
HEDDLE_REAL(pthread_detach)

// std::thread::join and std::thread::detach, by the names that the linker knows.
extern "C" void _ZNSt6thread4joinEv(std::thread*);
extern "C" void _ZNSt6thread6detachEv(std::thread*);
HEDDLE_REAL(_ZNSt6thread4joinEv)
HEDDLE_REAL(_ZNSt6thread6detachEv)

namespace heddle::runtime {
namespace {

using StartRoutine = void* (*)(void*);

// What a new thread needs; guarded by the baton.
struct Start {
    StartRoutine routine = nullptr;
    void* argument = nullptr;
    pthread_t handle = {};
    std::uint64_t stack_begin = 0;
    std::size_t stack_size = 0;
    void* provided_stack = nullptr;
    int key_rounds = 0;
    bool is_joined = false;
};

constinit Start starts[scheduler::max_threads];
pthread_key_t end_key;

// Thread-specific data of the program is destroyed in rounds; ours comes back until the last one,
// so that the thread's own destructors still run under control.
constexpr int last_key_round = PTHREAD_DESTRUCTOR_ITERATIONS - 1;

void on_thread_end(void* start) {
    if (!is_controlled()) return;
    Start& mine = *static_cast<Start*>(start);
    if (++mine.key_rounds < last_key_round) {
        pthread_setspecific(end_key, start);
        return;
    }
    Inside inside;
    point(Operation::end, nullptr);
    if (Step* step = performed(Effect::progress)) step->before = mine.stack_begin;
    leave();
}

std::size_t stack_size_of(const pthread_attr_t* attributes) {
    pthread_attr_t usual;
    if (attributes == nullptr) pthread_attr_init(&usual);
    std::size_t size = 0;
    pthread_attr_getstacksize(attributes == nullptr ? &usual : attributes, &size);
    return size;
}

// It may have been another thread's; glibc puts what is thread_local at its upper end.
void take_stack(const Start& mine) {
    const auto* const end = static_cast<const char*>(__builtin_thread_pointer());
    races::began(end - mine.stack_size, mine.stack_size);
}

void* run_controlled(void* start) {
    Start& mine = *static_cast<Start*>(start);
    pthread_setspecific(end_key, start);
    mine.stack_begin = reinterpret_cast<std::uint64_t>(__builtin_frame_address(0));
    enter_as(static_cast<ThreadId>(&mine - starts));
    take_stack(mine);
    return mine.routine(mine.argument);
}

// Whoever asks for nothing in particular may have a stack of ours.
bool create_on_our_stack(pthread_t* handle, const pthread_attr_t* attributes, Start& start) {
    if (attributes != nullptr) return false;
    void* const stack = provide_stack(start.stack_size);
    if (stack == nullptr) return false;
    start.provided_stack = stack;
    pthread_attr_t with_stack;
    pthread_attr_init(&with_stack);
    pthread_attr_setstack(&with_stack, stack, start.stack_size);
    if (real_pthread_create()(handle, &with_stack, run_controlled, &start) == 0) return true;
    take_back_stack(std::exchange(start.provided_stack, nullptr), start.stack_size);
    return false;
}

int create(pthread_t* handle, const pthread_attr_t* attributes, Start& start) {
    if (create_on_our_stack(handle, attributes, start)) return 0;
    return real_pthread_create()(handle, attributes, run_controlled, &start);
}

int join_ended(ThreadId target, void** result) {
    const int error = real_pthread_join()(starts[target].handle, result);
    starts[target].is_joined = true;
    take_back_stack(std::exchange(starts[target].provided_stack, nullptr),
                    starts[target].stack_size);
    engine().joined(target);
    races::joined(target);
    if (Step* step = performed(Effect::progress)) {
        step->value = target;
        step->has_value = true;
    }
    return error;
}

// Answers as the C library does, a thread that would wait for itself too. Only a handle that is
// none of the case's is left to it.
int join_until(pthread_t handle, void** result, Time deadline) {
    const ThreadId target = thread_of(handle);
    if (target == scheduler::no_thread) return real_pthread_join()(handle, result);
    if (target == self()) return EDEADLK;
    point(Operation::join, &starts[target]);
    if (wait_for_end_of(target, deadline) == Wakeup::woken) return join_ended(target, result);
    performed(Effect::idle, StepResult::timed_out);
    return ETIMEDOUT;
}

// ThreadSanitizer can't follow threads that begin after such a fork, and ends the process.
void refuse_where_a_sanitizer_dies() {
#ifdef HEDDLE_FLAVOUR_TSAN
    if (!has_left_threads_behind()) return;
    conclude(scheduler::Ending::unsupported,
             "a thread, under ThreadSanitizer, in the child of a process with several");
#endif
}

// The standard library throws "Invalid argument" then, which says too little.
void report_if_empty(const std::thread& thread, const char* what) {
    if (thread.joinable() || !is_controlled()) return;
    Inside inside;
    add_evidence("join-empty", what);
}

}  // namespace

void prepare_threads() {
    pthread_key_create(&end_key, on_thread_end);
    starts[0].handle = pthread_self();
}

void adopt_forked_thread(ThreadId thread) {
    starts[thread] = {};
    starts[thread].handle = pthread_self();
    starts[thread].stack_begin = reinterpret_cast<std::uint64_t>(__builtin_frame_address(0));
    pthread_setspecific(end_key, &starts[thread]);
}

ThreadId thread_of(pthread_t handle) {
    for (std::uint32_t i = engine().thread_count(); i-- > 0;) {
        if (starts[i].handle == handle && !starts[i].is_joined) return static_cast<ThreadId>(i);
    }
    return scheduler::no_thread;
}

}  // namespace heddle::runtime

using namespace heddle::runtime;  // the interceptors below are the program's own names

HEDDLE_INTERCEPT int pthread_create(pthread_t* handle, const pthread_attr_t* attributes,
                                    StartRoutine routine, void* argument) {
    if (!is_controlled()) return real_pthread_create()(handle, attributes, routine, argument);
    HEDDLE_FRAME;
    Inside inside;
    point(Operation::create, nullptr);
    refuse_where_a_sanitizer_dies();
    const ThreadId created = engine().add_thread();
    if (created == heddle::scheduler::no_thread) {
        conclude(heddle::scheduler::Ending::unsupported, "more than 255 threads in one case");
    }
    shared().tasks[created].process = this_process();
    Start& start = starts[created];
    start = {.routine = routine, .argument = argument, .stack_size = stack_size_of(attributes)};
    races::created(created);
    make_room_for_stack(start.stack_size);
    const int error = create(handle, attributes, start);
    if (error != 0) conclude(heddle::scheduler::Ending::unsupported, "the system refuses a thread");
    start.handle = *handle;
    if (Step* step = performed(Effect::progress)) {
        step->value = created;
        step->has_value = true;
    }
    return 0;
}

HEDDLE_INTERCEPT int pthread_join(pthread_t handle, void** result) {
    if (!is_controlled()) return real_pthread_join()(handle, result);
    HEDDLE_FRAME;
    Inside inside;
    return join_until(handle, result, 0);
}

HEDDLE_INTERCEPT int pthread_tryjoin_np(pthread_t handle, void** result) noexcept {
    if (!is_controlled()) return real_pthread_tryjoin_np()(handle, result);
    HEDDLE_FRAME;
    Inside inside;
    const ThreadId target = thread_of(handle);
    if (target == heddle::scheduler::no_thread) return real_pthread_tryjoin_np()(handle, result);
    point(Operation::join, &starts[target]);
    const bool has_ended = engine().state(target).progress == heddle::scheduler::Progress::ended;
    if (has_ended) return join_ended(target, result);
    performed(Effect::idle, StepResult::failed);
    return EBUSY;
}

HEDDLE_INTERCEPT int pthread_timedjoin_np(pthread_t handle, void** result, const timespec* until) {
    if (!is_controlled()) return real_pthread_timedjoin_np()(handle, result, until);
    HEDDLE_FRAME;
    Inside inside;
    return join_until(handle, result, deadline_at(CLOCK_REALTIME, *until));
}

HEDDLE_INTERCEPT int pthread_clockjoin_np(pthread_t handle, void** result, clockid_t clock,
                                          const timespec* until) {
    if (!is_controlled()) return real_pthread_clockjoin_np()(handle, result, clock, until);
    HEDDLE_FRAME;
    Inside inside;
    return join_until(handle, result, deadline_at(clock, *until));
}

HEDDLE_INTERCEPT int pthread_detach(pthread_t handle) {
    if (!is_controlled()) return real_pthread_detach()(handle);
    HEDDLE_FRAME;
    Inside inside;
    const ThreadId target = thread_of(handle);
    point(Operation::detach, nullptr);
    if (Step* step = performed(Effect::progress)) {
        step->value = target;
        step->has_value = true;
    }
    return real_pthread_detach()(handle);
}

HEDDLE_INTERCEPT void _ZNSt6thread4joinEv(std::thread* thread) {
    report_if_empty(*thread,
                    "join() was called on a std::thread that holds no thread: it was moved from, "
                    "joined before, or never given one");
    real__ZNSt6thread4joinEv()(thread);
}

HEDDLE_INTERCEPT void _ZNSt6thread6detachEv(std::thread* thread) {
    report_if_empty(*thread,
                    "detach() was called on a std::thread that holds no thread: it was moved from, "
                    "joined before, or never given one");
    real__ZNSt6thread6detachEv()(thread);
}
