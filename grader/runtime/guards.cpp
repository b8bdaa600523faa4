// What ends a case that doesn't end itself: crashes, std::terminate, and CPU
// time that passes without a single instrumented event.
#include <signal.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <ucontext.h>

#include <cstdio>
#include <cstring>
#include <exception>
#include <string_view>

#include "runtime/allocations.hpp"
#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/processes.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/start.hpp"
#include "runtime/threads.hpp"

// How the kernel returns from a handler; no library's, so that no sanitizer stands between. An
// unwinder looks one byte before it: the nop keeps it from taking the function above for the
// caller.
extern "C" void heddle_signal_return();
asm(".text\n.globl heddle_signal_return\n.hidden heddle_signal_return\n"
    "  nop\nheddle_signal_return:\n  mov $15, %rax\n  syscall\n");

// The linker's: first and last of the section that HEDDLE_REAL fills.
extern "C" heddle::runtime::Resolver __start_heddle_real[];
extern "C" heddle::runtime::Resolver __stop_heddle_real[];

namespace heddle::runtime {
namespace {

using Handler = void (*)(int, siginfo_t*, void*);

struct KernelAction {  // the kernel's own layout: arch/x86/include/uapi/asm/signal.h
    Handler handler;
    unsigned long flags;
    void (*restorer)();
    unsigned long mask;
};

constexpr unsigned long with_restorer = 0x04000000;
constexpr std::size_t spare_stack_size = 64 * 1024;
alignas(16) [[maybe_unused]] constinit char spare_stack[spare_stack_size] = {};

void handle(int signal, Handler handler, unsigned long flags) {
    const KernelAction action = {handler, flags | SA_SIGINFO | with_restorer, heddle_signal_return,
                                 0};
    raw_syscall(SYS_rt_sigaction, signal, reinterpret_cast<long>(&action), 0, 8);
}

const char* words_for(int signal) {
    switch (signal) {
        case SIGSEGV: return "an access to memory that isn't there (SIGSEGV)";
        case SIGBUS: return "an access to memory that isn't there (SIGBUS)";
        case SIGFPE: return "an integer division that has no result (SIGFPE)";
        case SIGILL: return "an instruction that doesn't exist (SIGILL)";
        default: return "abort() was called";
    }
}

// The C library's own, which it leaves for debuggers: why it gave up ("free(): invalid pointer").
struct AbortMessage {
    unsigned size;
    char text[1];
};
constinit AbortMessage* const* abort_message = nullptr;

// The kernel looks at the set before it finds that there is no such thing to do with it.
bool is_readable(std::uint64_t address) {
    constexpr int nothing = -1;
    return raw_syscall(SYS_rt_sigprocmask, nothing, static_cast<long>(address & ~std::uint64_t{7}),
                       0, 8) != -EFAULT;
}

// Only calls that nest too deep, or too large a local variable, leave no place for the next call.
bool has_left_stack(const void* context) {
    const auto& machine = static_cast<const ucontext_t*>(context)->uc_mcontext;
    return !is_readable(static_cast<std::uint64_t>(machine.gregs[REG_RSP]) - sizeof(void*));
}

void on_crash(int signal, siginfo_t*, void* context) {
    record().report.signal = signal;
    if (has_left_stack(context)) {
        std::strcpy(record().report.kind.data(), scheduler::stack_overflow);
        conclude(scheduler::Ending::crashed, "its stack is used up (SIGSEGV)");
    }
    const bool says_why =
        signal == SIGABRT && abort_message != nullptr && *abort_message != nullptr;
    if (!says_why) conclude(scheduler::Ending::crashed, words_for(signal));
    std::strcpy(record().report.kind.data(), scheduler::found_by_c_library);
    const std::string_view text = (*abort_message)->text;
    conclude(scheduler::Ending::crashed, text.substr(0, text.find('\n')));
}

void on_terminate() {
    char text[512] = "";
    if (const std::exception_ptr thrown = std::current_exception()) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::exception& e) {
            std::snprintf(text, sizeof text, "an exception nobody caught: %s", e.what());
        } catch (...) {
            std::snprintf(text, sizeof text, "an exception nobody caught");
        }
    }
    conclude(scheduler::Ending::terminated, text);
}

constinit std::uint64_t events_before = ~std::uint64_t{0};
constinit int quiet_ticks = 0;

// Comes once in a quarter second of CPU time. Four in a row without an event: the code will never
// reach a scheduling point.
void on_cpu_time(int, siginfo_t*, void*) {
    if (!is_active()) return;
    const std::uint64_t events = record().events;
    quiet_ticks = events == events_before ? quiet_ticks + 1 : 0;
    events_before = events;
    if (quiet_ticks < 4 || !runs_here()) return;
    const int running = kernel_id_of(engine().running());
    if (raw_syscall(SYS_gettid) != running) {  // the handler ran on a parked thread: pass it on
        raw_syscall(SYS_tgkill, raw_syscall(SYS_getpid), running, SIGPROF);
        return;
    }
    conclude(scheduler::Ending::cpu_limit);
}

}  // namespace

// One for all: whoever overflows its stack ends the schedule there.
void take_spare_stack() {
#ifndef HEDDLE_FLAVOUR_ASAN  // AddressSanitizer gives each thread one, and unmaps what it finds
    stack_t spare = {};
    spare.ss_sp = spare_stack;
    spare.ss_size = spare_stack_size;
    raw_syscall(SYS_sigaltstack, reinterpret_cast<long>(&spare), 0);
#endif
}

void install_guards() {
    take_spare_stack();
    for (const int signal : {SIGABRT, SIGFPE, SIGILL})
        handle(signal, on_crash, 0);
#ifndef HEDDLE_FLAVOUR_ASAN  // AddressSanitizer describes these better
    for (const int signal : {SIGSEGV, SIGBUS})
        handle(signal, on_crash, SA_ONSTACK);
#endif
    handle(SIGPROF, on_cpu_time, SA_RESTART);
    std::set_terminate(on_terminate);
    limit_memory();
    watch_cpu_time();
}

void watch_cpu_time() {
    const itimerval period = {{0, 250'000}, {0, 250'000}};
    raw_syscall(SYS_setitimer, ITIMER_PROF, reinterpret_cast<long>(&period), 0);
}

void resolve_real_functions() {
    abort_message = static_cast<AbortMessage* const*>(dlsym(RTLD_DEFAULT, "__abort_msg"));
    prepare_threads();
    for (Resolver* each = __start_heddle_real; each != __stop_heddle_real; ++each)
        (*each)();
}

}  // namespace heddle::runtime
