// What ThreadSanitizer keeps for every thread, made cheap. With GCC 12 that is
// 785 KB in the thread's own memory and half a megabyte of history, written page
// by page whenever a thread begins: some 320 page faults, which were two thirds
// of a schedule's time. The other flavours have nothing of the kind.
#pragma once

#include <pthread.h>

#include <cstddef>

namespace heddle::runtime {

// Starts and joins a few threads, whose histories ThreadSanitizer then uses again. Before any case,
// while the caller is the only thread.
void prepare_sanitizer_threads();

// Where a thread that is created with these attributes (null: the usual ones) finds a stack of
// `size` bytes that costs few page faults. Null: the C library is to find one.
void* provide_stack(const pthread_attr_t* attributes, std::size_t size);

// The thread that had this stack, of `size` bytes, has been joined. Does nothing for null.
void take_back_stack(void* stack, std::size_t size);

}  // namespace heddle::runtime
