// What ThreadSanitizer keeps for every thread, made cheap. With GCC 12 that is
// 785 KB in the thread's own memory and half a megabyte of history, written page
// by page whenever a thread begins: some 320 page faults, which were two thirds
// of a schedule's time. Later runtimes keep less. The other flavours have
// nothing of the kind.
#pragma once

#include <cstddef>

namespace heddle::runtime {

// Starts and joins a few threads, whose histories ThreadSanitizer then uses again. Before any case,
// while the caller is the only thread.
void prepare_sanitizer_threads();

// A stack of `size` bytes that costs few page faults; null: the C library is to find one.
void* provide_stack(std::size_t size);

// The thread that had this stack, of `size` bytes, has been joined. Those of detached threads don't
// come back. Does nothing for null.
void take_back_stack(void* stack, std::size_t size);

}  // namespace heddle::runtime
