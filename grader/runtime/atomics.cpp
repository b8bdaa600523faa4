// Every std::atomic operation of code compiled with -fsanitize=thread arrives
// here as a call. In `hunt` this is the whole implementation, sequentially
// consistent; in `tsan` the real hook does the operation and the judging.
#include <cstdint>

#include "runtime/control.hpp"
#include "runtime/memory_order.hpp"
#include "runtime/races.hpp"
#include "runtime/real.hpp"
#include "runtime/sanitizer_frame.hpp"
#include "runtime/weak_orders.hpp"

namespace heddle::runtime {
namespace {

void keep_value(Step* step, std::uint64_t before, std::uint64_t value, std::size_t size) {
    if (step == nullptr) return;
    step->before = before;
    step->value = value;
    step->has_value = true;
    step->size = static_cast<std::uint8_t>(size);
}

template <class Value, class Load>
Value scheduled_load(const volatile Value* at, MemoryOrder order, Load load) {
    if (!is_controlled()) return load();
    Inside inside;
    point(Operation::load, at);
    const Value value = load();
    races::loaded(at, sizeof value, order);
    keep_value(performed(Effect::idle), 0, value, sizeof value);
    return value;
}

template <class Value, class Store>
void scheduled_store(volatile Value* at, Value value, MemoryOrder order, Store store) {
    if (!is_controlled()) return store();
    Inside inside;
    point(Operation::store, at);
    const Value before = *at;
    races::stored(at, sizeof value, order);
    store();
    keep_value(performed(Effect::progress), before, value, sizeof value);
}

// An exchange that changes nothing is how a spin lock waits.
template <class Value, class Modify>
Value scheduled_modify(volatile Value* at, MemoryOrder order, Modify modify) {
    if (!is_controlled()) return modify();
    Inside inside;
    point(Operation::read_modify_write, at);
    races::modified(at, sizeof(Value), order);
    const Value before = modify();
    const Value after = *at;
    const Effect effect = before == after ? Effect::idle : Effect::progress;
    keep_value(performed(effect), before, after, sizeof before);
    return before;
}

template <class Value, class Exchange>
int scheduled_compare(volatile Value* at, MemoryOrder order, MemoryOrder failure,
                      Exchange exchange) {
    if (!is_controlled()) return exchange();
    Inside inside;
    point(Operation::compare_exchange, at);
    const Value before = *at;
    const int swapped = exchange();
    if (swapped != 0) {
        races::modified(at, sizeof before, order);
    } else {
        races::loaded(at, sizeof before, failure);
    }
    const Effect effect = swapped != 0 ? Effect::progress : Effect::idle;
    Step* const step = performed(effect, swapped != 0 ? StepResult::done : StepResult::failed);
    keep_value(step, before, *at, sizeof before);
    return swapped;
}

}  // namespace
}  // namespace heddle::runtime

using namespace heddle::runtime;

// NAME(BITS, OPERATION): the hook's own name in this flavour; REAL: what does the work.
#ifdef HEDDLE_FLAVOUR_TSAN
#define NAME(BITS, OPERATION) __wrap___tsan_atomic##BITS##_##OPERATION
#define REAL(BITS, OPERATION) __real___tsan_atomic##BITS##_##OPERATION
#define DECLARE(BITS, TYPE)                                                         \
    extern "C" {                                                                    \
    TYPE REAL(BITS, load)(const volatile TYPE*, int);                               \
    void REAL(BITS, store)(volatile TYPE*, TYPE, int);                              \
    TYPE REAL(BITS, exchange)(volatile TYPE*, TYPE, int);                           \
    TYPE REAL(BITS, fetch_add)(volatile TYPE*, TYPE, int);                          \
    TYPE REAL(BITS, fetch_sub)(volatile TYPE*, TYPE, int);                          \
    TYPE REAL(BITS, fetch_and)(volatile TYPE*, TYPE, int);                          \
    TYPE REAL(BITS, fetch_or)(volatile TYPE*, TYPE, int);                           \
    TYPE REAL(BITS, fetch_xor)(volatile TYPE*, TYPE, int);                          \
    TYPE REAL(BITS, fetch_nand)(volatile TYPE*, TYPE, int);                         \
    int REAL(BITS, compare_exchange_strong)(volatile TYPE*, TYPE*, TYPE, int, int); \
    int REAL(BITS, compare_exchange_weak)(volatile TYPE*, TYPE*, TYPE, int, int);   \
    }
#define LOAD(BITS) REAL(BITS, load)(at, order)
#define STORE(BITS) REAL(BITS, store)(at, value, order)
#define MODIFY(BITS, OPERATION) REAL(BITS, OPERATION)(at, value, order)
#define COMPARE(BITS, KIND) REAL(BITS, compare_exchange_##KIND)(at, expected, value, order, failure)
#else
#define NAME(BITS, OPERATION) __tsan_atomic##BITS##_##OPERATION
#define DECLARE(BITS, TYPE)
#define LOAD(BITS) load(at)
#define STORE(BITS) modify(at, [&](auto) { return value; })
#define MODIFY(BITS, OPERATION) \
    modify(at, [&]([[maybe_unused]] auto before) { return AFTER_##OPERATION; })
#define AFTER_exchange value
#define AFTER_fetch_add before + value
#define AFTER_fetch_sub before - value
#define AFTER_fetch_and before& value
#define AFTER_fetch_or before | value
#define AFTER_fetch_xor before ^ value
#define AFTER_fetch_nand ~(before & value)
#define COMPARE(BITS, KIND) compare_exchange(at, expected, value)

namespace {

// Made of compare and swap: for 16 bytes the processor has nothing else, and what a compiler
// calls for them instead (libatomic) isn't linked.
template <class Value>
Value load(const volatile Value* at) {
    if constexpr (sizeof(Value) <= 8) return __atomic_load_n(at, __ATOMIC_SEQ_CST);
    return __sync_val_compare_and_swap(const_cast<volatile Value*>(at), Value{}, Value{});
}

template <class Value, class Change>
Value modify(volatile Value* at, Change change) {
    Value before = *at;
    for (;;) {
        const Value seen =
            __sync_val_compare_and_swap(at, before, static_cast<Value>(change(before)));
        if (seen == before) return before;
        before = seen;
    }
}

template <class Value>
int compare_exchange(volatile Value* at, Value* expected, Value value) {
    const Value seen = __sync_val_compare_and_swap(at, *expected, value);
    if (seen == *expected) return 1;
    *expected = seen;
    return 0;
}

}  // namespace
#endif

#define NOTE_ORDER(ORDER) note_order(ORDER, __builtin_frame_address(0))

#define DEFINE_MODIFY(BITS, TYPE, OPERATION)                                                 \
    HEDDLE_INTERCEPT TYPE NAME(BITS, OPERATION)(volatile TYPE * at, TYPE value, int order) { \
        HEDDLE_FRAME;                                                                        \
        NOTE_ORDER(order);                                                                   \
        return scheduled_modify(at, order, [&] { return MODIFY(BITS, OPERATION); });         \
    }

#define DEFINE_COMPARE(BITS, TYPE, KIND)                                                           \
    HEDDLE_INTERCEPT int NAME(BITS, compare_exchange_##KIND)(volatile TYPE * at, TYPE * expected,  \
                                                             TYPE value, int order, int failure) { \
        HEDDLE_FRAME;                                                                              \
        NOTE_ORDER(order);                                                                         \
        NOTE_ORDER(failure);                                                                       \
        return scheduled_compare(at, order, failure, [&] { return COMPARE(BITS, KIND); });         \
    }

// clang's own form: gives the value that was there.
#define DEFINE_COMPARE_VALUE(BITS, TYPE)                                                         \
    HEDDLE_INTERCEPT TYPE NAME(BITS, compare_exchange_val)(volatile TYPE * at, TYPE seen,        \
                                                           TYPE value, int order, int failure) { \
        HEDDLE_FRAME;                                                                            \
        NOTE_ORDER(order);                                                                       \
        NOTE_ORDER(failure);                                                                     \
        TYPE* const expected = &seen;                                                            \
        scheduled_compare(at, order, failure, [&] { return COMPARE(BITS, strong); });            \
        return seen;                                                                             \
    }

#define DEFINE(BITS, TYPE)                                                               \
    DECLARE(BITS, TYPE)                                                                  \
    HEDDLE_INTERCEPT TYPE NAME(BITS, load)(const volatile TYPE* at, int order) {         \
        HEDDLE_FRAME;                                                                    \
        NOTE_ORDER(order);                                                               \
        return scheduled_load(at, order, [&] { return LOAD(BITS); });                    \
    }                                                                                    \
    HEDDLE_INTERCEPT void NAME(BITS, store)(volatile TYPE * at, TYPE value, int order) { \
        HEDDLE_FRAME;                                                                    \
        NOTE_ORDER(order);                                                               \
        scheduled_store(at, value, order, [&] { STORE(BITS); });                         \
    }                                                                                    \
    DEFINE_MODIFY(BITS, TYPE, exchange)                                                  \
    DEFINE_MODIFY(BITS, TYPE, fetch_add)                                                 \
    DEFINE_MODIFY(BITS, TYPE, fetch_sub)                                                 \
    DEFINE_MODIFY(BITS, TYPE, fetch_and)                                                 \
    DEFINE_MODIFY(BITS, TYPE, fetch_or)                                                  \
    DEFINE_MODIFY(BITS, TYPE, fetch_xor)                                                 \
    DEFINE_MODIFY(BITS, TYPE, fetch_nand)                                                \
    DEFINE_COMPARE(BITS, TYPE, strong)                                                   \
    DEFINE_COMPARE(BITS, TYPE, weak)                                                     \
    DEFINE_COMPARE_VALUE(BITS, TYPE)

DEFINE(8, std::uint8_t)
DEFINE(16, std::uint16_t)
DEFINE(32, std::uint32_t)
DEFINE(64, std::uint64_t)
DEFINE(128, unsigned __int128)

#ifndef HEDDLE_FLAVOUR_TSAN
HEDDLE_INTERCEPT void __tsan_atomic_thread_fence(int order) {
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    if (!is_controlled()) return;
    Inside inside;
    races::fenced(order);
}
HEDDLE_INTERCEPT void __tsan_atomic_signal_fence(int) {
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
}
#endif
