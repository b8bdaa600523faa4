// The heap in `hunt`. What is handed out is new to the race detector, what is
// given back counts as written; and what the limit of memory refuses is noted.
#include <malloc.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "runtime/allocations.hpp"
#include "runtime/control.hpp"
#include "runtime/races.hpp"
#include "runtime/real.hpp"

// The C library's own names for what is replaced below; the loader needs them before anything can
// be looked up.
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void __libc_free(void* block);
}

HEDDLE_REAL(aligned_alloc)
HEDDLE_REAL(memalign)
HEDDLE_REAL(posix_memalign)

namespace heddle::runtime {
namespace {

// Whoever uses a block that is given back uses its beginning, nearly always.
constexpr std::size_t looked_at = 1'024;

// `size`: what was asked for.
void* handed_out(void* block, std::size_t size) {
    if (!is_controlled()) return block;
    Inside inside;
    if (block != nullptr) {
        races::began(block, malloc_usable_size(block));
    } else if (size != 0) {
        note_refusal(size);
    }
    return block;
}

void given_back(void* block) {
    if (block == nullptr || !is_controlled()) return;
    Inside inside;
    races::wrote(block, std::min(malloc_usable_size(block), looked_at));
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

// operator new comes here too.
HEDDLE_INTERCEPT void* malloc(std::size_t size) noexcept {
    return handed_out(__libc_malloc(size), size);
}

HEDDLE_INTERCEPT void* calloc(std::size_t count, std::size_t size) noexcept {
    std::size_t all = 0;
    if (__builtin_mul_overflow(count, size, &all)) all = SIZE_MAX;
    return handed_out(__libc_calloc(count, size), all);
}

HEDDLE_INTERCEPT void* realloc(void* block, std::size_t size) noexcept {
    given_back(block);
    return handed_out(__libc_realloc(block, size), size);
}

HEDDLE_INTERCEPT void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
    return handed_out(real_aligned_alloc()(alignment, size), size);
}

HEDDLE_INTERCEPT void* memalign(std::size_t alignment, std::size_t size) noexcept {
    return handed_out(real_memalign()(alignment, size), size);
}

HEDDLE_INTERCEPT int posix_memalign(void** block, std::size_t alignment,
                                    std::size_t size) noexcept {
    const int error = real_posix_memalign()(block, alignment, size);
    if (error == 0 || error == ENOMEM) handed_out(error == 0 ? *block : nullptr, size);
    return error;
}

HEDDLE_INTERCEPT void free(void* block) noexcept {
    given_back(block);
    __libc_free(block);
}
