// What a thread can do at a scheduling point. The words are those a trace shows.
#pragma once

#include <cstdint>

namespace heddle::scheduler {

enum class Operation : std::uint8_t {
    begin,  // a thread's first step
    end,    // its last
    create,
    join,
    detach,
    lock,
    try_lock,
    unlock,
    lock_shared,
    try_lock_shared,
    wait,  // condition variable
    notify_one,
    notify_all,
    atomic_wait,  // futex: C++20 wait, latch, semaphore, barrier, future
    atomic_notify,
    semaphore_wait,
    semaphore_post,
    barrier_wait,
    once,  // call_once, a static local's first initialisation
    yield,
    sleep,
    work,
    io,
    clock,
    load,
    store,
    read_modify_write,
    compare_exchange,
    fence,
    read,  // plain memory
    write,
    output,  // Sink::put, Journal::append
    exit,
    finish,  // the case is over
    evidence,
    thread_constructed,  // heddle::Thread's own events
    thread_started,
    run_begin,
    run_end,
    thread_destroyed,
    core,     // before work: all of them are busy
    receive,  // from a pipe or a socket
    send,
    poll,  // for several descriptors at once
    accept,
    connect,
    open,   // a named pipe
    close,  // an end of a pipe or a socket
    fork,
    wait_child,  // for a child process to end
    kill,
    count_  // how many there are; not an operation
};

// A short lower-case word, e.g. "lock". Static storage.
const char* name(Operation operation);

// Whether an operation reads or writes its object. A lock is written by its release, and read by
// whoever takes it next.
constexpr bool reads(Operation o) {
    return o == Operation::read || o == Operation::load || o == Operation::read_modify_write ||
           o == Operation::compare_exchange || o == Operation::lock || o == Operation::try_lock ||
           o == Operation::lock_shared || o == Operation::try_lock_shared;
}
constexpr bool writes(Operation o) {
    return o == Operation::write || o == Operation::store || o == Operation::read_modify_write ||
           o == Operation::compare_exchange || o == Operation::unlock;
}

// True for operations that may wait until a descriptor is ready.
constexpr bool is_channel_wait(Operation o) {
    return o >= Operation::receive && o <= Operation::open;
}

// True for operations whose object is a thread or a process's first thread.
constexpr bool names_a_thread(Operation o) {
    return o == Operation::create || o == Operation::join || o == Operation::detach ||
           o == Operation::fork || o == Operation::wait_child;
}

// True for operations that touch plain or atomic memory.
constexpr bool is_memory(Operation o) {
    return o >= Operation::load && o <= Operation::write && o != Operation::fence;
}

}  // namespace heddle::scheduler
