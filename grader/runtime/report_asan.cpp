// AddressSanitizer's and UndefinedBehaviorSanitizer's verdicts, taken through
// their hooks the moment they speak: no text is parsed.
#include <cstring>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/real.hpp"

extern "C" {
const char* __asan_get_report_description();
void* __asan_get_report_address();
void __ubsan_get_current_report_data(const char** kind, const char** message, const char** file,
                                     unsigned* line, unsigned* column, char** address);
}

using heddle::runtime::conclude;
using heddle::runtime::record;
using heddle::scheduler::Ending;

HEDDLE_INTERCEPT void __asan_on_error() {
    if (record().ending != Ending::none) return;
    const char* const kind = __asan_get_report_description();
    std::strncpy(record().report.kind.data(), kind, record().report.kind.size() - 1);
    record().report.address = reinterpret_cast<std::uint64_t>(__asan_get_report_address());
    conclude(Ending::memory_error, kind);
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
HEDDLE_INTERCEPT const char* __asan_default_options() {
    return "symbolize=0:detect_leaks=0:detect_stack_use_after_return=1:handle_abort=0:"
           "handle_sigfpe=0:handle_sigill=0:allocator_may_return_null=1:abort_on_error=0";
}

HEDDLE_INTERCEPT const char* __ubsan_default_options() { return "print_stacktrace=0"; }
