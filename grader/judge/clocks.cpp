#include "judge/clocks.hpp"

#include <algorithm>
#include <span>

namespace heddle::judge {
namespace {

using scheduler::ObjectId;
using scheduler::Operation;
using scheduler::Step;
using scheduler::StepResult;
using scheduler::ThreadId;

std::span<const ObjectId> held_at(const Step& step) {
    return {step.held.data(), step.held_count};
}

bool is_shared_lock(const Step& step) {
    return step.operation == Operation::lock_shared || step.operation == Operation::try_lock_shared;
}

}  // namespace

Clocks::Clocks(std::size_t threads) : threads_(threads, VectorClock(threads, 0)), held_(threads) {
    for (std::size_t i = 0; i < threads; ++i)
        threads_[i][i] = 1;
}

std::uint32_t Clocks::time_of(ThreadId thread) const {
    return threads_[thread][thread];
}

bool Clocks::has_seen(ThreadId later, ThreadId earlier, std::uint32_t moment) const {
    return threads_[later][earlier] >= moment;
}

void Clocks::receive(ThreadId thread, const VectorClock& from) {
    VectorClock& mine = threads_[thread];
    for (std::size_t i = 0; i < from.size(); ++i)
        mine[i] = std::max(mine[i], from[i]);
}

void Clocks::send(ThreadId thread, VectorClock& to) {
    to.resize(threads_.size(), 0);
    const VectorClock& mine = threads_[thread];
    for (std::size_t i = 0; i < mine.size(); ++i)
        to[i] = std::max(to[i], mine[i]);
    ++threads_[thread][thread];
}

void Clocks::acquire_lock(const Step& step, ObjectId lock) {
    const bool is_shared = is_shared_lock(step);
    receive(step.thread, locks_[lock].written);
    if (!is_shared) receive(step.thread, locks_[lock].read);
    held_[step.thread][lock] = is_shared;
}

void Clocks::release_lock(ThreadId thread, ObjectId lock) {
    const bool was_shared = held_[thread][lock];
    held_[thread].erase(lock);
    send(thread, was_shared ? locks_[lock].read : locks_[lock].written);
}

// A lock was taken or given back where the set of held ones changes; a wait gives its mutex back
// too.
void Clocks::follow_locks(const Step& step) {
    const auto now = held_at(step);
    std::vector<ObjectId> gone;
    for (const auto& [lock, is_shared] : held_[step.thread]) {
        if (std::find(now.begin(), now.end(), lock) == now.end()) gone.push_back(lock);
    }
    for (const ObjectId lock : gone)
        release_lock(step.thread, lock);
    for (const ObjectId lock : now) {
        if (!held_[step.thread].contains(lock)) acquire_lock(step, lock);
    }
}

void Clocks::advance(const Step& step) {
    follow_locks(step);
    const bool is_done = step.result == StepResult::done;
    const auto other = static_cast<std::size_t>(step.value);
    switch (step.operation) {
        case Operation::create:
            if (step.has_value && other < threads_.size()) send(step.thread, threads_[other]);
            break;
        case Operation::join:
            if (is_done && step.has_value && other < threads_.size()) {
                receive(step.thread, threads_[other]);
            }
            break;
        case Operation::load: receive(step.thread, messages_[step.address]); break;
        case Operation::store:
            messages_[step.address].clear();
            send(step.thread, messages_[step.address]);
            break;
        case Operation::read_modify_write:
        case Operation::compare_exchange:
            receive(step.thread, messages_[step.address]);
            if (is_done) send(step.thread, messages_[step.address]);
            break;
        case Operation::semaphore_post: send(step.thread, messages_[step.address]); break;
        case Operation::semaphore_wait:
            if (is_done) receive(step.thread, messages_[step.address]);
            break;
        case Operation::once:
            if (is_done) receive(step.thread, locks_[step.object].written);
            break;
        case Operation::barrier_wait:
            if (step.result == StepResult::waits) send(step.thread, messages_[step.address]);
            if (is_done) {
                send(step.thread, messages_[step.address]);
                receive(step.thread, messages_[step.address]);
            }
            break;
        default: break;
    }
}

}  // namespace heddle::judge
