// The function behind an intercepted one: the sanitizer's interceptor where
// there is one, else the C library's. Sanitizers name theirs __interceptor_X;
// the reference is weak, so that it is null without one.
#pragma once

#include <dlfcn.h>

namespace heddle::runtime {

// Resolved at first use; resolve_real_functions() makes that happen before any schedule begins. A
// look-up in the middle of one would leave something on the stack that the next one doesn't find.
template <class Function>
Function* resolve(Function* interceptor, const char* name) {
    if (interceptor != nullptr) return interceptor;
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

// Looks one function up. The section lists those of all HEDDLE_REALs.
using Resolver = void (*)();

}  // namespace heddle::runtime

// Defines real_NAME(): the function that `NAME` would be without us.
#define HEDDLE_REAL(NAME)                                                                          \
    extern "C" [[gnu::weak]] decltype(::NAME) __interceptor_##NAME;                                \
    static decltype(&::NAME) real_##NAME() {                                                       \
        static constinit decltype(&::NAME) function = nullptr;                                     \
        if (function == nullptr) {                                                                 \
            function = ::heddle::runtime::resolve<decltype(::NAME)>(&__interceptor_##NAME, #NAME); \
        }                                                                                          \
        return function;                                                                           \
    }                                                                                              \
    [[gnu::section("heddle_real"),                                                                 \
      gnu::used]] static constinit ::heddle::runtime::Resolver resolver_of_##NAME = [] {           \
        real_##NAME();                                                                             \
    };

// The definition that the program's calls reach.
#define HEDDLE_INTERCEPT extern "C" [[gnu::visibility("default"), gnu::used]]
