// What a program has registered for its end: calls of atexit, and the destructors of static
// objects, which compilers register the same way. The end of a case runs none of them; a test that
// looks at the end of main() has them kept from its beginning, and run as exit() would.
#pragma once

namespace heddle::runtime {

// From here each registration is kept instead of handed to the C library.
void keep_exit_handlers();

// No longer; what was kept stays kept.
void leave_exit_handlers();

// Calls what was kept, the last first, those among it that are registered meanwhile.
void run_exit_handlers();

}  // namespace heddle::runtime
