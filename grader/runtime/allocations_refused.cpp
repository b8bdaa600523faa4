// `hunt`: the kernel holds the program to its memory, and the C library's allocator says no
// (heap.cpp).
#include <sys/resource.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cstdio>

#include "runtime/allocations.hpp"
#include "runtime/control.hpp"
#include "runtime/own_stack.hpp"
#include "runtime/raw_syscall.hpp"
#include "runtime/stack.hpp"

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

}  // namespace

void limit_memory() {
    set_room();
}

void make_room_for_stack(std::size_t size) {
    room += size + around_a_stack;
    set_room();
}

void note_refusal(std::size_t size) {
    on_own_stack([&] {
        was_refused = true;
        refusal.thread = self();
        write_words(size);
        capture_stack(refusal.where);
    });
}

const Refusal* last_refusal() {
    return was_refused ? &refusal : nullptr;
}

}  // namespace heddle::runtime
