// exit in all its forms, and the calls that would lead out of control.
#include <signal.h>
#include <sys/types.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/real.hpp"
#include "runtime/start.hpp"

HEDDLE_REAL(exit)
HEDDLE_REAL(_exit)
HEDDLE_REAL(fork)
HEDDLE_REAL(sigaction)

namespace heddle::runtime {
namespace {

[[noreturn]] void exited(const char* function, int code) {
    char text[64];
    std::snprintf(text, sizeof text, "%s(%d) was called", function, code);
    conclude(scheduler::Ending::exited, text);
}

bool is_fatal(int signal) {
    return signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE || signal == SIGILL ||
           signal == SIGABRT;
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT void exit(int code) noexcept {
    if (is_active()) exited("exit", code);
    real_exit()(code);
    __builtin_unreachable();
}

HEDDLE_INTERCEPT void _exit(int code) {
    if (is_active()) exited("_exit", code);
    real__exit()(code);
    __builtin_unreachable();
}

HEDDLE_INTERCEPT void _Exit(int code) noexcept {
    if (is_active()) exited("_Exit", code);
    real__exit()(code);
    __builtin_unreachable();
}

HEDDLE_INTERCEPT void quick_exit(int code) noexcept {
    if (is_active()) exited("quick_exit", code);
    real__exit()(code);
    __builtin_unreachable();
}

HEDDLE_INTERCEPT pid_t fork() noexcept {
    if (is_active()) conclude(heddle::scheduler::Ending::unsupported, "fork");
    return real_fork()();
}

// A test framework's crash handlers would stand before ours: while a case runs they are ignored.
HEDDLE_INTERCEPT int sigaction(int signal, const struct sigaction* action,
                               struct sigaction* previous) noexcept {
    if (is_active() && is_fatal(signal)) {
        if (previous != nullptr) *previous = {};
        return 0;
    }
    return real_sigaction()(signal, action, previous);
}
