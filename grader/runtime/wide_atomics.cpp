// What a compiler calls for atomics of 16 bytes where it calls none of ThreadSanitizer's hooks:
// gcc, under AddressSanitizer, the functions that end in _16; clang the general ones, whose size is
// an argument. All lead to the hooks. Compilers know the names as their own, so only the linker
// hears them.
#include <cstdint>
#include <cstdio>
#include <cstring>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"

using Wide = unsigned __int128;

extern "C" {
Wide __tsan_atomic128_load(const volatile Wide* at, int order);
void __tsan_atomic128_store(volatile Wide* at, Wide value, int order);
Wide __tsan_atomic128_exchange(volatile Wide* at, Wide value, int order);
int __tsan_atomic128_compare_exchange_strong(volatile Wide* at, Wide* expected, Wide value,
                                             int order, int failure);
}

namespace {

// Other sizes need a lock that hides in a library, and no schedule controls it.
void require_wide(std::size_t size) {
    if (size == sizeof(Wide)) return;
    char text[64];
    std::snprintf(text, sizeof text, "an atomic of %zu bytes", size);
    heddle::runtime::conclude(heddle::scheduler::Ending::unsupported, text);
}

// A caller's ordinary variable, which may lie at any address.
Wide value_at(const void* at) {
    Wide value = 0;
    std::memcpy(&value, at, sizeof value);
    return value;
}

void put(void* at, Wide value) {
    std::memcpy(at, &value, sizeof value);
}

bool compare_exchange(volatile Wide* at, void* expected, Wide value, int order, int failure) {
    Wide seen = value_at(expected);
    const bool is_done =
        __tsan_atomic128_compare_exchange_strong(at, &seen, value, order, failure) != 0;
    if (!is_done) put(expected, seen);
    return is_done;
}

}  // namespace

#define NAMED(RESULT, FUNCTION, PARAMETERS, NAME)          \
    HEDDLE_INTERCEPT RESULT FUNCTION PARAMETERS asm(NAME); \
    RESULT FUNCTION PARAMETERS

NAMED(Wide, wide_load, (const volatile Wide* at, int order), "__atomic_load_16") {
    HEDDLE_FRAME;
    return __tsan_atomic128_load(at, order);
}
NAMED(void, wide_store, (volatile Wide * at, Wide value, int order), "__atomic_store_16") {
    HEDDLE_FRAME;
    __tsan_atomic128_store(at, value, order);
}
NAMED(Wide, wide_exchange, (volatile Wide * at, Wide value, int order), "__atomic_exchange_16") {
    HEDDLE_FRAME;
    return __tsan_atomic128_exchange(at, value, order);
}
NAMED(bool, wide_compare_exchange,
      (volatile Wide * at, void* expected, Wide value, int order, int failure),
      "__atomic_compare_exchange_16") {
    HEDDLE_FRAME;
    return compare_exchange(at, expected, value, order, failure);
}

NAMED(void, sized_load, (std::size_t size, const volatile Wide* at, void* to, int order),
      "__atomic_load") {
    HEDDLE_FRAME;
    require_wide(size);
    put(to, __tsan_atomic128_load(at, order));
}
NAMED(void, sized_store, (std::size_t size, volatile Wide* at, const void* from, int order),
      "__atomic_store") {
    HEDDLE_FRAME;
    require_wide(size);
    __tsan_atomic128_store(at, value_at(from), order);
}
NAMED(void, sized_exchange,
      (std::size_t size, volatile Wide* at, const void* from, void* to, int order),
      "__atomic_exchange") {
    HEDDLE_FRAME;
    require_wide(size);
    put(to, __tsan_atomic128_exchange(at, value_at(from), order));
}
NAMED(bool, sized_compare_exchange,
      (std::size_t size, volatile Wide* at, void* expected, const void* value, int order,
       int failure),
      "__atomic_compare_exchange") {
    HEDDLE_FRAME;
    require_wide(size);
    return compare_exchange(at, expected, value_at(value), order, failure);
}
