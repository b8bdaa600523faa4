// `tsan` and `asan`: their shadows dwarf what the program has, so no limit of the kernel's fits;
// what their allocators give is counted.
#include <sys/types.h>

#include <atomic>
#include <cstddef>

#include "runtime/allocations.hpp"
#include "runtime/conclude.hpp"
#include "runtime/start.hpp"

extern "C" {
int __sanitizer_install_malloc_and_free_hooks(void (*allocated)(const volatile void*, std::size_t),
                                              void (*freed)(const volatile void*));
void __sanitizer_set_death_callback(void (*before_death)());
std::size_t __sanitizer_get_allocated_size(const volatile void* memory);
int __sanitizer_get_ownership(const volatile void* memory);
}

namespace heddle::runtime {
namespace {

constexpr ssize_t most_bytes = ssize_t{1} << 30U;

// Relaxed: a thread that ends frees while the next one runs, and nothing else is published by it.
constinit std::atomic<ssize_t> bytes = 0;

void count(const volatile void*, std::size_t size) {
    const auto more = static_cast<ssize_t>(size);
    if (bytes.fetch_add(more, std::memory_order_relaxed) + more <= most_bytes) return;
    if (is_active()) conclude(scheduler::Ending::memory_limit, "more than 1 GB was asked for");
}

// What isn't there to be given back is the sanitizer's to report.
void discount(const volatile void* memory) {
    if (__sanitizer_get_ownership(memory) == 0) return;
    bytes.fetch_sub(static_cast<ssize_t>(__sanitizer_get_allocated_size(memory)),
                    std::memory_order_relaxed);
}

// They end the program for a request that no machine could fulfil, where `new` would throw.
void give_up() {
    if (is_active())
        conclude(scheduler::Ending::memory_limit, "more was asked for than the sanitizer can give");
}

}  // namespace

void limit_memory() {
    __sanitizer_set_death_callback(give_up);
    __sanitizer_install_malloc_and_free_hooks(count, discount);
}

void make_room_for_stack(std::size_t) {}

const Refusal* last_refusal() {
    return nullptr;
}

}  // namespace heddle::runtime
