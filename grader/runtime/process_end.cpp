// exit in all its forms.
#include <pthread.h>
#include <signal.h>
#include <sys/types.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/exit_handlers.hpp"
#include "runtime/process_end.hpp"
#include "runtime/processes.hpp"
#include "runtime/real.hpp"
#include "runtime/shared_state.hpp"
#include "runtime/start.hpp"

// <cassert> declares it only where assertions are on.
extern "C" [[noreturn]] void __assert_fail(const char* expression, const char* file, unsigned line,
                                           const char* function) noexcept;

HEDDLE_REAL(exit)
HEDDLE_REAL(_exit)
HEDDLE_REAL(__assert_fail)
HEDDLE_REAL(pthread_exit)

namespace heddle::runtime {
namespace {

constinit bool is_program = false;

// How long the others may go on after main in half of the schedules, in virtual nanoseconds; the
// seed says in which.
constexpr Time grace = 1'000'000'000;

[[noreturn]] void exited(const char* function, int code) {
    char text[64];
    std::snprintf(text, sizeof text, "%s(%d) was called", function, code);
    conclude(scheduler::Ending::exited, text);
}

// A program's own verdict, as an assertion is.
[[noreturn]] void says_it_failed(const char* how, int code) {
    char text[64];
    std::snprintf(text, sizeof text, how, code);
    conclude(scheduler::Ending::failed_assertion, text);
}

// exit() also runs what was registered for the end; the others don't. How a child ends is for its
// parent to judge.
[[noreturn]] void exit_called(int code) {
    if (this_process() != 0) end_child(code);
    if (is_program && code == 0) end_program(code);
    if (is_program) says_it_failed("exit(%d) was called", code);
    exited("exit", code);
}

[[noreturn]] void exit_at_once(const char* function, int code) {
    if (this_process() != 0) end_child_at_once(code);
    if (is_program && code == 0) conclude(scheduler::Ending::completed);
    exited(function, code);
}

}  // namespace

void begin_program() {
    is_program = true;
}

void end_child(int code) {
    run_exit_handlers();
    std::fflush(nullptr);
    end_child_at_once(code);
}

void end_program(int code) {
    if (this_process() != 0) end_child(code);
    if (code != 0) says_it_failed("main returned %d", code);
    const Time end = engine().now();
    {
        Inside inside;
        point(Operation::exit, nullptr);
        if (record().command.seed % 2 == 1) wait_here(engine().now() + grace);
        performed(Effect::progress);
    }
    run_exit_handlers();
    record().time = end;  // the others' grace is none of the program's
    conclude(scheduler::Ending::completed);
}

}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT void exit(int code) noexcept {
    if (is_active()) exit_called(code);
    real_exit()(code);
    __builtin_unreachable();
}

HEDDLE_INTERCEPT void _exit(int code) {
    if (is_active()) exit_at_once("_exit", code);
    real__exit()(code);
    __builtin_unreachable();
}

HEDDLE_INTERCEPT void _Exit(int code) noexcept {
    if (is_active()) exit_at_once("_Exit", code);
    real__exit()(code);
    __builtin_unreachable();
}

HEDDLE_INTERCEPT void quick_exit(int code) noexcept {
    if (is_active()) exit_at_once("quick_exit", code);
    real__exit()(code);
    __builtin_unreachable();
}

// The first thread of a program may end before the others: the program ends with the last.
HEDDLE_INTERCEPT void pthread_exit(void* result) {
    if (is_controlled() && is_program && self() == 0) {
        let_others_finish();
        end_program(0);
    }
    real_pthread_exit()(result);
    __builtin_unreachable();
}

// What assert() calls. A program says there what it expects; a student's code beside a test only
// gives up, as with abort().
HEDDLE_INTERCEPT void __assert_fail(const char* expression, const char* file, unsigned line,
                                    const char* function) noexcept {
    if (is_active()) {
        char text[512];
        std::snprintf(text, sizeof text, "assert(%s) failed", expression);
        if (is_program) conclude(heddle::scheduler::Ending::failed_assertion, text);
        record().report.signal = SIGABRT;
        conclude(heddle::scheduler::Ending::crashed, text);
    }
    real___assert_fail()(expression, file, line, function);
    __builtin_unreachable();
}

// A copy that shares our stack can't be handed on to the real one from here; fork does as well.
HEDDLE_INTERCEPT pid_t vfork() noexcept {
    return fork();
}
