#include "runtime/own_stack.hpp"

#include <cstddef>

// (function, argument, end of the other stack). The frame is found through rbp, so that an unwinder
// comes back to the caller's stack.
extern "C" void heddle_switch_stack(void (*function)(void*), void* argument, void* end);

asm(R"(
    .pushsection .text
    .type heddle_switch_stack, @function
heddle_switch_stack:
    .cfi_startproc
    pushq %rbp
    .cfi_def_cfa_offset 16
    .cfi_offset %rbp, -16
    movq %rsp, %rbp
    .cfi_def_cfa_register %rbp
    movq %rdx, %rsp
    movq %rdi, %rax
    movq %rsi, %rdi
    callq *%rax
    leave
    .cfi_def_cfa %rsp, 8
    ret
    .cfi_endproc
    .size heddle_switch_stack, . - heddle_switch_stack
    .popsection
)");

namespace heddle::runtime {
namespace {

constexpr std::size_t stack_size = 256 * 1024;  // unwinding and the loader's locks need some 10 KB
alignas(64) constinit std::byte stack[stack_size] = {};
constinit bool is_in_use = false;

}  // namespace

void call_on_own_stack(void (*function)(void*), void* argument) {
    if (is_in_use) return function(argument);
    is_in_use = true;
    heddle_switch_stack(function, argument, stack + stack_size);
    is_in_use = false;
}

bool switches_stacks(std::uintptr_t function) {
    return function == reinterpret_cast<std::uintptr_t>(&heddle_switch_stack);
}

}  // namespace heddle::runtime
