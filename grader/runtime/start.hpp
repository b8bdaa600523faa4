// Where control begins and ends; for the harness only.
#pragma once

#include "scheduler/record.hpp"

namespace heddle::runtime {

// From here the calling thread is thread 0 and every operation is scheduled as record.command says.
// Once in a process.
void begin_control(scheduler::Record& record);

// From here everything runs free again.
void end_control();

bool is_active();

// Where the completion record goes: a pipe's write end, and the token that makes it valid. Called
// in the forked case before begin_control.
void set_completion(int descriptor, std::uint64_t token);

// Whether that is this descriptor, which the program has no business to close.
bool is_completion(int descriptor);

// Crash handlers and the CPU-time guard of the forked case.
void install_guards();
// The same guard for another process of the case, which doesn't inherit it.
void watch_cpu_time();

// A thread whose own stack has overflowed handles the signal on another one.
void take_spare_stack();

// Resolves the real functions behind the intercepted ones, before any thread exists.
void resolve_real_functions();

}  // namespace heddle::runtime
