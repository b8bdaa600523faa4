// What the race detector of `hunt` hears: who synchronises with whom, and who
// touches what. In the other flavours a sanitizer watches by itself, and all of
// this is nothing. The first race of a schedule goes into record().race and
// ends nothing: what comes of it is worth more than the race alone.
//
// Only whoever holds the baton may call.
#pragma once

#include <cstddef>

#include "runtime/control.hpp"
#include "runtime/memory_order.hpp"
#include "runtime/shared_state.hpp"

namespace heddle::runtime::races {

#ifdef HEDDLE_FLAVOUR_HUNT
void created(ThreadId child);
void joined(ThreadId ended);

// The calling thread is the first of a process that was forked a moment ago: what was before is
// another process's business from here on, as are its accesses.
void forked(ProcessId process);

// The calling thread has told other processes what it did, or learnt it from one. A detector sees
// its own process alone: all that goes between processes, and through pipes and sockets, counts as
// one object to it, so that an order that another process made isn't missed.
void talked();

void acquired(const volatile void* object);
void acquired_alone(const volatile void* lock);
void released(const volatile void* object);
void released_shared(const volatile void* lock);

void loaded(const volatile void* at, std::size_t size, MemoryOrder order);
void stored(const volatile void* at, std::size_t size, MemoryOrder order);
void modified(const volatile void* at, std::size_t size, MemoryOrder order);
void fenced(MemoryOrder order);

void read(const void* at, std::size_t size);
void wrote(const void* at, std::size_t size);

// The memory is new to its owner, whoever had it before.
void began(const void* at, std::size_t size);
#else
inline void created(ThreadId) {}
inline void joined(ThreadId) {}
inline void forked(ProcessId) {}
inline void talked() {}
inline void acquired(const volatile void*) {}
inline void acquired_alone(const volatile void*) {}
inline void released(const volatile void*) {}
inline void released_shared(const volatile void*) {}
inline void loaded(const volatile void*, std::size_t, MemoryOrder) {}
inline void stored(const volatile void*, std::size_t, MemoryOrder) {}
inline void modified(const volatile void*, std::size_t, MemoryOrder) {}
inline void fenced(MemoryOrder) {}
inline void wrote(const void*, std::size_t) {}
inline void began(const void*, std::size_t) {}
#endif

}  // namespace heddle::runtime::races
