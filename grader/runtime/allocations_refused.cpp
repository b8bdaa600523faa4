// `hunt`: the kernel holds the program to its memory, and the C library's allocator says no.
#include <malloc.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "runtime/allocations.hpp"
#include "runtime/control.hpp"
#include "runtime/own_stack.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/real.hpp"
#include "runtime/stack.hpp"

// The C library's own names for what is replaced below; the loader needs them before anything can
// be looked up.
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
}

HEDDLE_REAL(aligned_alloc)
HEDDLE_REAL(memalign)
HEDDLE_REAL(posix_memalign)

namespace heddle::runtime {
namespace {

constexpr rlim_t most_data = rlim_t{1} << 30U;
constexpr std::size_t megabyte = 1U << 20U;
constexpr std::size_t around_a_stack = 64 * 1024;  // its guard, and what a thread has of its own

constinit rlim_t room = most_data;
constinit bool was_refused = false;
constinit Refusal refusal;

void set_room() {
    rlimit limit = {};
    raw_syscall(SYS_prlimit64, 0, RLIMIT_DATA, 0, reinterpret_cast<long>(&limit));
    limit.rlim_cur = std::min(room, limit.rlim_max);
    raw_syscall(SYS_prlimit64, 0, RLIMIT_DATA, reinterpret_cast<long>(&limit), 0);
}

void write_words(std::size_t size) {
    const bool is_large = size >= megabyte;
    std::snprintf(refusal.words.data(), refusal.words.size(),
                  "more than 1 GB was asked for, and %zu %s of it were refused",
                  is_large ? size / megabyte : size, is_large ? "MB" : "bytes");
}

// Seen from whatever the allocator returned.
void note(bool is_refusal, std::size_t size) {
    if (!is_refusal || !is_controlled()) return;
    Inside inside;
    on_own_stack([&] {
        was_refused = true;
        refusal.thread = self();
        write_words(size);
        capture_stack(refusal.where);
    });
}

void* noted(void* memory, std::size_t size) {
    note(memory == nullptr && size != 0, size);
    return memory;
}

}  // namespace

void limit_memory() {
    set_room();
}

void make_room_for_stack(const pthread_attr_t* attributes) {
    pthread_attr_t usual;
    std::size_t size = 0;
    if (attributes == nullptr) pthread_attr_init(&usual);
    pthread_attr_getstacksize(attributes == nullptr ? &usual : attributes, &size);
    room += size + around_a_stack;
    set_room();
}

const Refusal* last_refusal() {
    return was_refused ? &refusal : nullptr;
}

}  // namespace heddle::runtime

using namespace heddle::runtime;

// operator new comes here too.
HEDDLE_INTERCEPT void* malloc(std::size_t size) noexcept {
    return noted(__libc_malloc(size), size);
}

HEDDLE_INTERCEPT void* calloc(std::size_t count, std::size_t size) noexcept {
    std::size_t all = 0;
    if (__builtin_mul_overflow(count, size, &all)) all = SIZE_MAX;
    return noted(__libc_calloc(count, size), all);
}

HEDDLE_INTERCEPT void* realloc(void* old, std::size_t size) noexcept {
    return noted(__libc_realloc(old, size), size);
}

HEDDLE_INTERCEPT void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
    return noted(real_aligned_alloc()(alignment, size), size);
}

HEDDLE_INTERCEPT void* memalign(std::size_t alignment, std::size_t size) noexcept {
    return noted(real_memalign()(alignment, size), size);
}

HEDDLE_INTERCEPT int posix_memalign(void** memory, std::size_t alignment,
                                    std::size_t size) noexcept {
    const int error = real_posix_memalign()(memory, alignment, size);
    note(error == ENOMEM, size);
    return error;
}
