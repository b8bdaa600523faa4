// A stack of the runtime's own, for what it does between two steps of the
// program under test. Code that reads what nobody wrote finds whatever was left
// below it on its stack; it must find the same in a search, in a replay and
// where a schedule is recorded, so none of these may leave anything there.
#pragma once

#include <cstdint>
#include <type_traits>

namespace heddle::runtime {

// Calls `function(argument)` on the runtime's stack; a call from there stays there. Only whoever
// holds the baton may, and `function` neither hands over nor throws. Unwinding passes through.
void call_on_own_stack(void (*function)(void*), void* argument);

// The same for anything callable without arguments; its result is left out.
template <class Work>
void on_own_stack(Work&& work) {
    using Plain = std::remove_reference_t<Work>;
    call_on_own_stack([](void* argument) { (*static_cast<Plain*>(argument))(); }, &work);
}

// Whether the function that begins at this address is the one between the two stacks.
bool switches_stacks(std::uintptr_t function);

}  // namespace heddle::runtime
