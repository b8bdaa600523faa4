// Where the program asks an atomic for less than sequential consistency. Every operation here is
// sequentially consistent all the same, so that is only kept for the reader of a report.
#pragma once

namespace heddle::runtime {

#ifdef HEDDLE_FLAVOUR_HUNT
// `order` is one of an operation's, as the compiler passes it; `frame` the hook's.
void note_order(int order, const void* frame);
#else
inline void note_order(int, const void*) {}
#endif

}  // namespace heddle::runtime
