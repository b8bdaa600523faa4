// What -fsanitize=thread calls before each plain memory access, where our
// runtime stands alone. An access may be a scheduling point, and is kept when
// the record is to show accesses; races.hpp hears of all.
#include "runtime/memory.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "runtime/conclude.hpp"
#include "runtime/control.hpp"
#include "runtime/own_stack.hpp"
#include "runtime/races.hpp"
#include "runtime/real.hpp"
#include "runtime/stack.hpp"

namespace heddle::runtime {

#ifdef HEDDLE_FLAVOUR_HUNT
namespace {

// The kept write whose value isn't there yet; the baton guards it, and its thread settles it before
// it hands over.
constinit Step* unsettled = nullptr;
constinit const void* unsettled_at = nullptr;

constexpr int frames_to_caller = 2;  // and who called that

std::uint64_t peek(const void* at, std::size_t size) {
    std::uint64_t value = 0;
    std::memcpy(&value, at, size);
    return value;
}

void keep_access(Operation operation, const void* at, std::uint64_t key, std::size_t size) {
    if (record().command.recording != scheduler::Recording::accesses) return;
    Step* const step = engine().note(operation, key);
    if (step == nullptr) return;
    step->size = static_cast<std::uint8_t>(size > 255 ? 255 : size);
    capture_stack(step->stack);
    if (size > sizeof(std::uint64_t)) return;
    step->value = peek(at, size);
    step->has_value = true;
    if (operation == Operation::write) {
        step->before = step->value;
        unsettled = step;
        unsettled_at = at;
    }
}

// `frame` is access()'s.
void point_in(const void* frame, Operation operation, const void* at) {
    scheduler::Place place = 0;
    // Whether it is wanted or not: a replay, where it isn't, must leave the same below the frame.
    on_own_stack([&] {
        if (engine().follows_reads()) place = place_of(frame, frames_to_caller);
    });
    point(operation, at, place);
    // To read gets nobody anywhere: a loop that only looks steps back.
    if (operation == Operation::write) engine().running_state().idle_steps = 0;
}

void access(Operation operation, const void* at, std::size_t size) {
    if (!is_controlled()) return;
    Inside inside;
    settle_write();
    const void* const frame = __builtin_frame_address(0);
    if (engine().counts_as_point()) point_in(frame, operation, at);
    if (engine().has_limit_exceeded()) conclude(scheduler::Ending::step_limit);
    on_own_stack([&] {
        operation == Operation::write ? races::wrote(at, size) : races::read(at, size);
        const std::uint64_t key = key_of(at);
        if (engine().follows_reads())
            engine().accessed(operation, key, place_of(frame, frames_to_caller));
        if (engine().follows_lines()) engine().touched(operation, key, size);
        keep_access(operation, at, key, size);
    });
}

// An object's class, which changes while it is constructed and destroyed: no scheduling point.
void judge_vptr(Operation operation, void** at) {
    if (!is_controlled()) return;
    Inside inside;
    operation == Operation::write ? races::wrote(at, sizeof *at) : races::read(at, sizeof *at);
}

}  // namespace

void settle_write() {
    if (unsettled == nullptr) return;
    unsettled->value = peek(unsettled_at, unsettled->size);
    unsettled = nullptr;
}
#else
void settle_write() {}
#endif

}  // namespace heddle::runtime

#ifdef HEDDLE_FLAVOUR_HUNT
using heddle::runtime::access;
using heddle::runtime::judge_vptr;
using heddle::runtime::Operation;

#define DEFINE_ACCESS(SIZE)                                        \
    HEDDLE_INTERCEPT void __tsan_read##SIZE(void* at) {            \
        access(Operation::read, at, SIZE);                         \
    }                                                              \
    HEDDLE_INTERCEPT void __tsan_write##SIZE(void* at) {           \
        access(Operation::write, at, SIZE);                        \
    }                                                              \
    HEDDLE_INTERCEPT void __tsan_unaligned_read##SIZE(void* at) {  \
        access(Operation::read, at, SIZE);                         \
    }                                                              \
    HEDDLE_INTERCEPT void __tsan_unaligned_write##SIZE(void* at) { \
        access(Operation::write, at, SIZE);                        \
    }                                                              \
    HEDDLE_INTERCEPT void __tsan_read_write##SIZE(void* at) {      \
        access(Operation::read, at, SIZE);                         \
        access(Operation::write, at, SIZE);                        \
    }

DEFINE_ACCESS(1)
DEFINE_ACCESS(2)
DEFINE_ACCESS(4)
DEFINE_ACCESS(8)
DEFINE_ACCESS(16)

HEDDLE_INTERCEPT void __tsan_read_range(void* at, std::size_t size) {
    access(Operation::read, at, size);
}
HEDDLE_INTERCEPT void __tsan_write_range(void* at, std::size_t size) {
    access(Operation::write, at, size);
}
HEDDLE_INTERCEPT void __tsan_vptr_update(void** at, void* table) {
    if (*at != table) judge_vptr(Operation::write, at);
}
HEDDLE_INTERCEPT void __tsan_vptr_read(void** at) {
    judge_vptr(Operation::read, at);
}
HEDDLE_INTERCEPT void __tsan_func_entry(void*) {}
HEDDLE_INTERCEPT void __tsan_func_exit() {}
HEDDLE_INTERCEPT void __tsan_init() {}
HEDDLE_INTERCEPT void* __tsan_memcpy(void* to, const void* from, std::size_t size) {
    return std::memcpy(to, from, size);
}
HEDDLE_INTERCEPT void* __tsan_memmove(void* to, const void* from, std::size_t size) {
    return std::memmove(to, from, size);
}
HEDDLE_INTERCEPT void* __tsan_memset(void* at, int value, std::size_t size) {
    return std::memset(at, value, size);
}
#endif
