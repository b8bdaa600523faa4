// What all processes of the program under test have in common: the engine, the
// batons, who is whose child. It lies in memory that a fork shares. Guarded by
// the baton, but for the futex words themselves.
#pragma once

#include <array>

#include "scheduler/engine.hpp"

namespace heddle::runtime {

using ProcessId = std::uint8_t;  // by order of creation; 0 is the schedule's own process

constexpr std::size_t max_processes = 64;
constexpr std::size_t max_shared_objects = 64;

// The real side of a controlled thread.
struct Task {
    volatile int may_run;  // a futex word: 1 once it is this thread's turn
    int kernel_id;
    scheduler::ThreadId id;
    ProcessId process;
};

struct Process {
    int kernel_id;
    ProcessId parent;
    scheduler::ThreadId first_thread;
    bool has_ended;
    bool is_waited_for;  // its parent has been told how it ended
};

// Somebody who has handed the baton over and is still on the way out.
struct Dying {
    int process;  // 0: nobody
    int thread;   // 0: the whole process
};

// Memory of zeros until begin_schedule(): a default member initialiser would not be run.
struct SharedState {
    scheduler::Engine engine;
    std::array<Task, scheduler::max_threads> tasks;
    std::array<Process, max_processes> processes;
    std::uint32_t process_count;
    Dying dying;
    bool is_finishing;     // the body is over; thread 0 waits for the rest
    bool has_asked_again;  // those who wait for descriptors, since the last progress
    std::uint32_t anonymous_mappings;
    std::array<std::uint64_t, max_shared_objects> shared_objects;  // what files are mapped
};

SharedState& shared();

// Makes the memory shared from here on.
void share_state();

// The calling thread's process.
ProcessId this_process();

}  // namespace heddle::runtime
