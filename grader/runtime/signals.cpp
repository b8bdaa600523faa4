// Signal handlers and masks. Crashes and the CPU clock are the guards' own
// (guards.cpp): a case can't take them over.
#include <signal.h>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/real.hpp"
#include "runtime/start.hpp"

HEDDLE_REAL(sigaction)
HEDDLE_REAL(signal)
HEDDLE_REAL(sigprocmask)
HEDDLE_REAL(pthread_sigmask)

namespace heddle::runtime {
namespace {

bool is_fatal(int signal) {
    return signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE || signal == SIGILL ||
           signal == SIGABRT;
}

// True when a handler for this signal is to be ignored; a test framework sets some of its own.
bool is_guarded(int signal, const char* refusal) {
    if (!is_active()) return false;
    if (signal == SIGPROF) conclude(scheduler::Ending::unsupported, refusal);
    return is_fatal(signal);
}

// The set without the CPU clock's signal, which nobody else sends: a busy loop must still end.
const sigset_t* without_cpu_clock(const sigset_t* set, sigset_t& copy) {
    if (set == nullptr || !is_active()) return set;
    copy = *set;
    sigdelset(&copy, SIGPROF);
    return &copy;
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT int sigaction(int signal, const struct sigaction* action,
                               struct sigaction* previous) noexcept {
    if (is_guarded(signal, "sigaction(SIGPROF)")) {
        if (previous != nullptr) *previous = {};
        return 0;
    }
    return real_sigaction()(signal, action, previous);
}

HEDDLE_INTERCEPT sighandler_t signal(int number, sighandler_t handler) noexcept {
    if (is_guarded(number, "signal(SIGPROF)")) return SIG_DFL;
    return real_signal()(number, handler);
}

HEDDLE_INTERCEPT int sigprocmask(int how, const sigset_t* set, sigset_t* previous) noexcept {
    sigset_t copy;
    return real_sigprocmask()(how, without_cpu_clock(set, copy), previous);
}

HEDDLE_INTERCEPT int pthread_sigmask(int how, const sigset_t* set, sigset_t* previous) noexcept {
    sigset_t copy;
    return real_pthread_sigmask()(how, without_cpu_clock(set, copy), previous);
}
