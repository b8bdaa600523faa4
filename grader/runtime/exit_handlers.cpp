#include "runtime/exit_handlers.hpp"

#include <cxxabi.h>

#include <array>
#include <cstddef>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/real.hpp"

extern "C" void* __dso_handle;

// ThreadSanitizer's, null without it: what came before a registration comes before the call.
extern "C" [[gnu::weak]] void __tsan_release(void* address);
extern "C" [[gnu::weak]] void __tsan_acquire(void* address);

namespace heddle::runtime {
namespace {

using Destructor = void (*)(void*);
using Register = int(Destructor, void*, void*);

struct ExitHandler {
    Destructor call = nullptr;
    void* argument = nullptr;
};

constinit std::array<ExitHandler, 256> handlers = {};  // guarded by the baton
constinit std::size_t handler_count = 0;
constinit bool is_keeping = false;

int really_register(Destructor call, void* argument, void* library) {
    static constinit Register* real = nullptr;
    if (real == nullptr) real = resolve<Register>(nullptr, "__cxa_atexit");
    return real(call, argument, library);
}

int keep(Destructor call, void* argument) {
    if (handler_count == handlers.size()) {
        conclude(scheduler::Ending::unsupported,
                 "more than 256 static objects and calls of atexit");
    }
    ExitHandler& kept = handlers[handler_count++];
    kept = {call, argument};
    if (__tsan_release != nullptr) __tsan_release(&kept);
    return 0;
}

int register_or_keep(Destructor call, void* argument, void* library) {
    if (is_keeping && is_controlled()) return keep(call, argument);
    return really_register(call, argument, library);
}

}  // namespace

void keep_exit_handlers() {
    is_keeping = true;
}
void leave_exit_handlers() {
    is_keeping = false;
}

void run_exit_handlers() {
    while (handler_count > 0) {
        ExitHandler& last = handlers[--handler_count];
        if (__tsan_acquire != nullptr) __tsan_acquire(&last);
        const ExitHandler handler = last;
        handler.call(handler.argument);
    }
}

}  // namespace heddle::runtime

HEDDLE_INTERCEPT int __cxa_atexit(void (*call)(void*), void* argument, void* library) noexcept {
    return heddle::runtime::register_or_keep(call, argument, library);
}

// On x86-64 a function may be given an argument that it doesn't take; the C library does the same.
HEDDLE_INTERCEPT int atexit(void (*call)()) noexcept {
    return heddle::runtime::register_or_keep(reinterpret_cast<void (*)(void*)>(call), nullptr,
                                             &__dso_handle);
}
