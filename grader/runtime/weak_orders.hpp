// Where the program asks an atomic for less than sequential consistency. Every operation here is
// sequentially consistent all the same, so that is only kept for the reader of a report.
#pragma once

#include "runtime/memory_order.hpp"

namespace heddle::runtime {

#ifdef HEDDLE_FLAVOUR_HUNT
// `order` is one of an operation's; `frame` the hook's.
void note_order(MemoryOrder order, const void* frame);
#else
inline void note_order(MemoryOrder, const void*) {}
#endif

}  // namespace heddle::runtime
