// The heap, as the race detector sees it: what is given back counts as written,
// and what is handed out is new. glibc exports its own under these names.
#include <malloc.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

#include "runtime/control.hpp"
#include "runtime/races.hpp"
#include "runtime/real.hpp"

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* block, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);
void __libc_free(void* block);
}

namespace heddle::runtime {
namespace {

// Whoever uses a block that is given back uses its beginning, nearly always.
constexpr std::size_t looked_at = 1'024;

void* handed_out(void* block) {
    if (block == nullptr || !is_controlled()) return block;
    Inside inside;
    races::began(block, malloc_usable_size(block));
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

HEDDLE_INTERCEPT void* malloc(std::size_t size) noexcept {
    return handed_out(__libc_malloc(size));
}

HEDDLE_INTERCEPT void* calloc(std::size_t count, std::size_t size) noexcept {
    return handed_out(__libc_calloc(count, size));
}

HEDDLE_INTERCEPT void* realloc(void* block, std::size_t size) noexcept {
    given_back(block);
    return handed_out(__libc_realloc(block, size));
}

HEDDLE_INTERCEPT void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
    return handed_out(__libc_memalign(alignment, size));
}

HEDDLE_INTERCEPT int posix_memalign(void** block, std::size_t alignment,
                                    std::size_t size) noexcept {
    if (alignment % sizeof(void*) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0)
        return EINVAL;
    void* const made = __libc_memalign(alignment, size);
    if (made == nullptr) return ENOMEM;
    *block = handed_out(made);
    return 0;
}

HEDDLE_INTERCEPT void free(void* block) noexcept {
    given_back(block);
    __libc_free(block);
}
