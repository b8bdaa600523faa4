// The processes of the program under test: the schedule's own, and those it has
// forked. Each of their threads is one of the engine's.
#pragma once

#include <string_view>

#include "runtime/shared_state.hpp"

namespace heddle::runtime {

constexpr ProcessId no_process = 0xff;

void begin_first_process();

// Announces a fork by the calling thread, and has the child wait for its first turn. Returns what
// `really_fork` does, in both.
int fork_controlled(int (*really_fork)());

// Whether the calling process, or one that it comes from, was forked by one of several threads.
bool has_left_threads_behind();

// Keeps that a process has ended, and wakes those who may wait for that.
void note_end_of(ProcessId process);

// A whole process has ended, or is about to, by itself or by another: so have its threads.
void end_threads_of(ProcessId dead);

// How many threads of the calling process are under control and have not ended.
int threads_of_this_process();

// The calling process, which isn't the first, ends with this code; nothing else is run.
[[noreturn]] void end_child_at_once(int code);

// A signal's default takes the calling process: a child tells its parent so, in the first process
// it is a crash, described by `text`.
[[noreturn]] void die_of(int signal, std::string_view text);

// The schedule is over: whoever calls this takes all other processes along, but the first, which
// leaves them to the server.
void end_other_processes();

// What a parked process does once in a while: where the first process has gone it ends, and the
// first ends the schedule where a child has gone that should be running.
void look_after_the_others();

// Whether the running thread is one of this process.
bool runs_here();

}  // namespace heddle::runtime
