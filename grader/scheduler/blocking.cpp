// Who is blocked, and who wakes whom. A thread is blocked in an operation on an address, or until
// another thread has ended, and runs again once somebody says so. That time wakes it as well is in
// spinning.cpp; who could wake it, where nobody can run any more, in wait_for.cpp.
#include <algorithm>

#include "scheduler/engine.hpp"

namespace heddle::scheduler {
namespace {

bool is_blocked_in(const ThreadState& thread, Operation operation, std::uint64_t address) {
    return thread.progress == Progress::blocked && thread.operation == operation &&
           thread.address == address;
}

}  // namespace

void Engine::block(Time deadline) {
    ThreadState& self = running_state();
    self.progress = Progress::blocked;
    self.has_timed_out = false;
    self.deadline = deadline;
    record_->has_timers |= deadline != 0;
    self.joins = no_thread;
    blocked_since_[running_] = ++block_order_;
}

void Engine::block_in_join(ThreadId target, Time deadline) {
    block(deadline);
    running_state().joins = target;
}

std::uint32_t Engine::waiting(Operation operation, std::uint64_t address) const {
    return static_cast<std::uint32_t>(
        std::count_if(threads_.begin(), threads_.begin() + thread_count_,
                      [&](const auto& t) { return is_blocked_in(t, operation, address); }));
}

// The one that has waited longest; no_thread when nobody waits.
ThreadId Engine::first_waiting(Operation operation, std::uint64_t address) const {
    ThreadId first = no_thread;
    for (std::uint32_t i = 0; i < thread_count_; ++i) {
        if (!is_blocked_in(threads_[i], operation, address)) continue;
        if (first == no_thread || blocked_since_[i] < blocked_since_[first])
            first = static_cast<ThreadId>(i);
    }
    return first;
}

std::uint32_t Engine::wake(Operation operation, std::uint64_t address, std::uint32_t count) {
    for (std::uint32_t woken = 0; woken < count; ++woken) {
        const ThreadId first = first_waiting(operation, address);
        if (first == no_thread) return woken;
        wake_thread(first);
    }
    return count;
}

void Engine::wake_thread(ThreadId blocked) {
    ThreadState& thread = threads_[blocked];
    thread.progress = Progress::runnable;
    thread.deadline = 0;
    thread.joins = no_thread;
}

void Engine::wake_joiners(ThreadId ended) {
    for (std::uint32_t i = 0; i < thread_count_; ++i) {
        const ThreadState& thread = threads_[i];
        if (thread.progress == Progress::blocked && thread.joins == ended)
            wake_thread(static_cast<ThreadId>(i));
    }
}

void Engine::end(ThreadId thread) {
    threads_[thread].progress = Progress::ended;
    wake_joiners(thread);
    wake_heirs_of(threads_[thread]);
}

// Of a robust mutex; who waits for another kind finds it still locked.
void Engine::wake_heirs_of(const ThreadState& dead) {
    for (std::uint32_t i = 0; i < thread_count_; ++i) {
        const ThreadState& t = threads_[i];
        if (t.progress != Progress::blocked || t.operation != Operation::lock) continue;
        if (dead.holds(objects_.id_of(t.address))) wake(Operation::lock, t.address, thread_count_);
    }
}

}  // namespace heddle::scheduler
