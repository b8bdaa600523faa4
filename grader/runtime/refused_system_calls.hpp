// System calls that a program makes past the C library, through syscall().
#pragma once

namespace heddle::runtime {

// Ends the schedule as unsupported, by name, when the call would lead out of control. Returns for
// all others. `first` and `second` are its arguments.
void refuse_system_call(long number, long first, long second);

}  // namespace heddle::runtime
