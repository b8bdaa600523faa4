#include "runtime/stack.hpp"

#include <unwind.h>

#include <cstdint>

#include "runtime/own_stack.hpp"

extern "C" {
extern char __executable_start;  // the linker's: first and last byte of the loaded program
extern char end;
}

namespace heddle::runtime {
namespace {

void keep(scheduler::Stack& stack, std::uint64_t address) {
    const auto first = reinterpret_cast<std::uint64_t>(&__executable_start);
    const auto last = reinterpret_cast<std::uint64_t>(&end);
    if (address < first || address >= last || stack.count == scheduler::max_frames) return;
    stack.frames[stack.count++] = address - first;
}

// The runtime's own frames, on its own stack, are nobody's business.
_Unwind_Reason_Code visit(_Unwind_Context* context, void* argument) {
    auto& stack = *static_cast<scheduler::Stack*>(argument);
    if (switches_stacks(_Unwind_GetRegionStart(context))) {
        stack.count = 0;
        return _URC_NO_REASON;
    }
    int is_before_instruction = 0;
    std::uint64_t address = _Unwind_GetIPInfo(context, &is_before_instruction);
    if (is_before_instruction == 0) --address;  // a return address: the call is before it
    keep(stack, address);
    return stack.count == scheduler::max_frames ? _URC_END_OF_STACK : _URC_NO_REASON;
}

}  // namespace

void capture_stack(scheduler::Stack& stack) {
    stack.count = 0;
    on_own_stack([&] { _Unwind_Backtrace(visit, &stack); });
}

void keep_stack(scheduler::Stack& stack, void* const* addresses, std::size_t count) {
    stack.count = 0;
    for (std::size_t i = 0; i < count && addresses[i] != nullptr; ++i) {
        keep(stack, reinterpret_cast<std::uint64_t>(addresses[i]) - 1);
    }
}

}  // namespace heddle::runtime
