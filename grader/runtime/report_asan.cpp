// AddressSanitizer's and UndefinedBehaviorSanitizer's verdicts, taken through
// their hooks the moment they speak; of LeakSanitizer's text, only the addresses of what has
// leaked.
#include <sys/mman.h>
#include <sys/syscall.h>

#include <cstdlib>
#include <cstring>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/stack.hpp"

extern "C" {
const char* __asan_get_report_description();
void* __asan_get_report_address();
void __ubsan_get_current_report_data(const char** kind, const char** message, const char** file,
                                     unsigned* line, unsigned* column, char** address);
int __lsan_do_recoverable_leak_check();
void __sanitizer_set_report_fd(void* descriptor);
std::size_t __asan_get_alloc_stack(void* address, void** frames, std::size_t size, int* thread);
}

namespace heddle::runtime {
namespace {

// The first address below the words "Objects leaked above".
void* first_leaked(char* report) {
    char* const heading = std::strstr(report, "Objects leaked above:");
    char* const number = heading == nullptr ? nullptr : std::strstr(heading, "0x");
    if (number == nullptr) return nullptr;
    return reinterpret_cast<void*>(std::strtoull(number, nullptr, 16));
}

void* leaked_object() {
    static constinit char report[1U << 14U] = {};
    const int file = memfd_create("heddle-leaks", MFD_CLOEXEC);
    if (file < 0) return nullptr;
    __sanitizer_set_report_fd(reinterpret_cast<void*>(static_cast<long>(file)));
    if (__lsan_do_recoverable_leak_check() == 0) return nullptr;
    raw_syscall(SYS_pread64, file, reinterpret_cast<long>(report), sizeof report - 1, 0);
    return first_leaked(report);
}

}  // namespace

void look_for_leaks() {
    void* const leaked = leaked_object();
    if (leaked == nullptr) return;
    std::array<void*, 64> frames = {};
    const std::size_t count = __asan_get_alloc_stack(leaked, frames.data(), frames.size(), nullptr);
    keep_stack(record().where, frames.data(), count);
    std::strncpy(record().report.kind.data(), "leak", record().report.kind.size() - 1);
    record().ending = scheduler::Ending::memory_error;
}

// An allocation that AddressSanitizer would rather end the program for than refuse.
bool is_about_memory_limit(const char* kind) {
    return std::strcmp(kind, "allocation-size-too-big") == 0 ||
           std::strcmp(kind, "out-of-memory") == 0;
}

}  // namespace heddle::runtime

using heddle::runtime::conclude;
using heddle::runtime::record;
using heddle::scheduler::Ending;

HEDDLE_INTERCEPT void __asan_on_error() {
    if (record().ending != Ending::none) return;
    const char* const kind = __asan_get_report_description();
    std::strncpy(record().report.kind.data(), kind, record().report.kind.size() - 1);
    record().report.address = reinterpret_cast<std::uint64_t>(__asan_get_report_address());
    conclude(
        heddle::runtime::is_about_memory_limit(kind) ? Ending::memory_limit : Ending::memory_error,
        kind);
}

HEDDLE_INTERCEPT void __ubsan_on_report() {
    if (record().ending != Ending::none) return;
    const char* kind = "";
    const char* message = "";
    const char* file = "";
    unsigned line = 0;
    unsigned column = 0;
    char* address = nullptr;
    __ubsan_get_current_report_data(&kind, &message, &file, &line, &column, &address);
    std::strncpy(record().report.kind.data(), kind, record().report.kind.size() - 1);
    conclude(Ending::undefined_behaviour, message);
}

// Leaks are looked for at the end of a schedule, with scheduling off.
HEDDLE_INTERCEPT const char* __lsan_default_options() {
    return "leak_check_at_exit=0:report_objects=1:print_suppressions=0";
}

HEDDLE_INTERCEPT const char* __asan_default_options() {
    return "symbolize=0:detect_leaks=1:detect_stack_use_after_return=1:handle_abort=0:"
           "handle_sigfpe=0:handle_sigill=0:allocator_may_return_null=1:abort_on_error=0";
}

HEDDLE_INTERCEPT const char* __ubsan_default_options() {
    return "print_stacktrace=0";
}
