// The end of a whole program. A test case may not end the process that it runs in; a program may.
#pragma once

namespace heddle::runtime {

// From here exit() ends the schedule as it ends a program, and is no mistake of its own.
void begin_program();

// main has returned `code`, or exit(0) was called: the others may still get their turn, as they
// would on some machine; then what was registered for the end runs, and the schedule has completed.
// By another code than 0 a program says itself that it has failed.
[[noreturn]] void end_program(int code);

// A child process has come to its end, by exit() or in another regular way: what was registered for
// it runs, and its process is gone, the schedule is not.
[[noreturn]] void end_child(int code);

}  // namespace heddle::runtime
