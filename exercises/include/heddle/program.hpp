// The end of a program as a part of a test: a function is called as main() would be, and when it
// has returned, what the end of main() does is done. The test then goes on as somebody who looks at
// what the program has left behind. Once in a test case.
#pragma once

#include <concepts>

#include "heddle/hooks.hpp"
#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

namespace heddle::test {

struct ProgramEnd {
    int exit_code = 0;
    Ticks at{0};  // since the test case began
};

/// Ends as the program would: what was registered for its end runs, destructors of static objects
/// and the library's wait for all threads that aren't daemons. Daemons are left where they stand.
/// It takes as long as the program would: for ever, if a thread that is waited for does.
template <std::invocable Main>
ProgramEnd run_program(Main main_function) {
    if (heddle_hook_begin_main) heddle_hook_begin_main();
    const int exit_code = main_function();
    if (heddle_hook_end_main) {
        heddle_hook_end_main();
    } else {
        detail::end_of_main();  // of the rest, the process takes care when it ends
    }
    return {exit_code, now()};
}

}  // namespace heddle::test
