// Signal handlers and masks. Crashes and the CPU clock are the guards' own
// (guards.cpp): a case can't take them over.
#include "runtime/signals.hpp"

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

// The server ignores SIGPIPE, and so does whoever it has forked; the default is acted out.
constinit bool has_default_for_broken_pipes = true;

// How a child ends nobody may hear of in the middle of a step.
void refuse_handler_for_children(int signal, sighandler_t handler) {
    if (is_active() && signal == SIGCHLD && handler != SIG_DFL)
        conclude(scheduler::Ending::unsupported, "a handler for SIGCHLD");
}

sighandler_t kept(int signal, sighandler_t handler) {
    if (!is_active()) return handler;
    refuse_handler_for_children(signal, handler);
    if (signal != SIGPIPE) return handler;
    has_default_for_broken_pipes = handler == SIG_DFL;
    return handler == SIG_DFL ? SIG_IGN : handler;
}

// The set without the CPU clock's signal, which nobody else sends: a busy loop must still end.
const sigset_t* without_cpu_clock(const sigset_t* set, sigset_t& copy) {
    if (set == nullptr || !is_active()) return set;
    copy = *set;
    sigdelset(&copy, SIGPROF);
    return &copy;
}

}  // namespace

bool dies_of_broken_pipes() {
    return has_default_for_broken_pipes;
}

}  // namespace heddle::runtime

using namespace heddle::runtime;

HEDDLE_INTERCEPT int sigaction(int signal, const struct sigaction* action,
                               struct sigaction* previous) noexcept {
    if (is_guarded(signal, "sigaction(SIGPROF)")) {
        if (previous != nullptr) *previous = {};
        return 0;
    }
    if (action == nullptr) return real_sigaction()(signal, action, previous);
    struct sigaction wanted = *action;
    wanted.sa_handler = kept(signal, action->sa_handler);
    return real_sigaction()(signal, &wanted, previous);
}

HEDDLE_INTERCEPT sighandler_t signal(int number, sighandler_t handler) noexcept {
    if (is_guarded(number, "signal(SIGPROF)")) return SIG_DFL;
    return real_signal()(number, kept(number, handler));
}

HEDDLE_INTERCEPT int sigprocmask(int how, const sigset_t* set, sigset_t* previous) noexcept {
    sigset_t copy;
    return real_sigprocmask()(how, without_cpu_clock(set, copy), previous);
}

HEDDLE_INTERCEPT int pthread_sigmask(int how, const sigset_t* set, sigset_t* previous) noexcept {
    sigset_t copy;
    return real_pthread_sigmask()(how, without_cpu_clock(set, copy), previous);
}
