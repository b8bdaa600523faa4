// The baton: how real threads obey the engine. Every intercepted function is
// written with these few calls; between them exactly one controlled thread runs.
//
//     int pthread_x(...) {
//         if (!is_controlled()) return real(...);   // before the case, or inside the runtime
//         Inside inside;                            // hooks are deaf until it ends
//         point(Operation::x, object);              // may switch to another thread
//         ... act, perhaps wait_here() ...
//         performed(Effect::progress);              // what it did, for the record and the spin
//         rule
//     }
//
// No allocation, no instrumented code, raw system calls only.
#pragma once

#include <cerrno>
#include <cstdint>

#include "runtime/shared_memory.hpp"
#include "scheduler/engine.hpp"

namespace heddle::runtime {

using scheduler::Effect;
using scheduler::Operation;
using scheduler::Step;
using scheduler::StepResult;
using scheduler::ThreadId;
using scheduler::Time;

scheduler::Engine& engine();
scheduler::Record& record();

// True when the calling thread is one of the case's, and not inside the runtime itself.
bool is_controlled();

// While one lives, hooks that this thread runs into pass straight through. Keeps errno.
class Inside {
  public:
    Inside();
    ~Inside();
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;

  private:
    int errno_;
};

// What became of a wait.
enum class Wakeup : std::uint8_t { woken, timed_out };

// Announces the calling thread's next operation and lets the engine choose; returns when it is this
// thread's turn. Ends the schedule when nothing can ever run again.
// `place` is where in the code, if the caller knows.
void point(Operation operation, const volatile void* object, scheduler::Place place = 0);
// The same for an object that isn't memory, or is known by its key.
void point_at(Operation operation, std::uint64_t key, scheduler::Place place = 0);

// Whether a wait is kept as a step: not where somebody was woken in vain.
enum class Wait : std::uint8_t { kept, gone_on_with };

// Blocks the calling thread in the announced operation until woken or until `deadline` (virtual;
// 0: for ever).
Wakeup wait_here(Time deadline = 0, Wait wait = Wait::kept);

// Blocks the calling thread until `target` has ended or until `deadline` (0: for ever).
Wakeup wait_for_end_of(ThreadId target, Time deadline = 0);

// The same for the end of a child process, by its first thread; no_thread: of any.
void wait_for_child(ThreadId child, Wait wait);

// Records the announced operation. Returns the kept step, or null when steps aren't kept.
Step* performed(Effect effect, StepResult result = StepResult::done);

// Makes up to `count` threads runnable that wait in `operation` on `object`; returns how many.
std::uint32_t wake(Operation operation, const volatile void* object,
                   std::uint32_t count = UINT32_MAX);
std::uint32_t wake_at(Operation operation, std::uint64_t key, std::uint32_t count = UINT32_MAX);

// The case's body is over: lets the other threads run until they have ended. Ends the schedule as a
// thread leak when one never does.
void let_others_finish();

// The calling thread is a daemon from here on: nobody waits for its end, not even the case.
void become_daemon();

// Hands the baton on for good: the calling thread has ended.
void leave();

// The same for the calling thread's whole process; the caller then really ends it.
void leave_process();

// Puts the calling thread under control as `thread`, and waits for its first turn.
void enter_as(ThreadId thread);
// The same for the only thread of a process that has just been forked as `process`.
void enter_as(ThreadId thread, std::uint8_t process);

// The calling thread's number.
ThreadId self();

// Its kernel id, for threads under control; used to wait until a dying thread has gone.
int kernel_id_of(ThreadId thread);

}  // namespace heddle::runtime
