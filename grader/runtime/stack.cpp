#include "runtime/stack.hpp"

#include <unwind.h>

#include <cstdint>

#include "runtime/control.hpp"
#include "runtime/own_stack.hpp"

extern "C" {
extern void* __libc_stack_end;
extern char __executable_start;  // the linker's: first and last byte of the loaded program
extern char end;
}

namespace heddle::runtime {
namespace {

// What a function with a frame pointer leaves on the stack.
struct FrameRecord {
    const FrameRecord* caller;
    std::uint64_t back;  // the return address
};

// A frame's chain ends in code without frame pointers, with a number that may be anything.
bool is_on_this_stack(const FrameRecord* frame) {
    const void* const top = self() == 0 ? __libc_stack_end : __builtin_thread_pointer();
    return frame + 1 <= top && reinterpret_cast<std::uint64_t>(frame) % alignof(FrameRecord) == 0;
}

bool is_in_executable(std::uint64_t address) {
    return address >= load_address() && address < reinterpret_cast<std::uint64_t>(&end);
}

void keep(scheduler::Stack& stack, std::uint64_t address) {
    if (!is_in_executable(address) || stack.count == scheduler::max_frames) return;
    stack.frames[stack.count++] = address - load_address();
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

std::uint64_t load_address() {
    return reinterpret_cast<std::uint64_t>(&__executable_start);
}

void capture_stack(scheduler::Stack& stack) {
    stack.count = 0;
    on_own_stack([&] { _Unwind_Backtrace(visit, &stack); });
}

scheduler::Place place_of(const void* frame, int most_frames) {
    const auto* at = static_cast<const FrameRecord*>(frame);
    std::uint64_t place = 0;
    for (int i = 0; i < most_frames && is_in_executable(at->back); ++i) {
        place = (place ^ (at->back - load_address())) * 0x9e3779b97f4a7c15U;
        const FrameRecord* const caller = at->caller;
        if (caller <= at || !is_on_this_stack(caller)) break;
        at = caller;
    }
    return place;
}

void keep_stack(scheduler::Stack& stack, void* const* addresses, std::size_t count) {
    stack.count = 0;
    for (std::size_t i = 0; i < count && addresses[i] != nullptr; ++i) {
        keep(stack, reinterpret_cast<std::uint64_t>(addresses[i]) - 1);
    }
}

}  // namespace heddle::runtime
