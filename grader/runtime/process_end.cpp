// exit in all its forms.
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

namespace heddle::runtime {
namespace {

[[noreturn]] void exited(const char* function, int code) {
    char text[64];
    std::snprintf(text, sizeof text, "%s(%d) was called", function, code);
    conclude(scheduler::Ending::exited, text);
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

// A copy that shares our stack can't be handed on to the real one from here; fork does as well.
HEDDLE_INTERCEPT pid_t vfork() noexcept {
    if (is_controlled()) conclude(heddle::scheduler::Ending::unsupported, "vfork");
    return fork();
}
