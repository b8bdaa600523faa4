// The wait-for graph at a standstill: an edge from each blocked thread to the
// one that could release it (Coffman, Elphick & Shoshani, 1971, section 3).
#include "scheduler/engine.hpp"

namespace heddle::scheduler {
namespace {

// Follows single edges from `start`; true when they lead back to it.
bool leads_back(std::span<const BlockedThread> blocked, ThreadId start) {
    ThreadId at = start;
    for (std::size_t hops = 0; hops <= blocked.size(); ++hops) {
        ThreadId next = no_thread;
        for (const BlockedThread& edge : blocked) {
            if (edge.thread == at) next = edge.holder;
        }
        if (next == no_thread) return false;
        if (next == start) return true;
        at = next;
    }
    return false;
}

}  // namespace

ThreadId Engine::holder_of(const ThreadState& waiting) const {
    if (waiting.joins != no_thread) return waiting.joins;
    const bool is_lock = waiting.operation == Operation::lock ||
                         waiting.operation == Operation::lock_shared ||
                         waiting.operation == Operation::once;
    if (!is_lock) return no_thread;
    return holder_of(waiting.object);
}

ThreadId Engine::holder_of(ObjectId lock) const {
    for (std::uint32_t i = 0; i < thread_count_; ++i) {
        if (threads_[i].holds(lock)) return static_cast<ThreadId>(i);
    }
    return no_thread;
}

ThreadId Engine::owner_of(std::uint64_t lock) {
    return holder_of(objects_.id_of(lock));
}

void Engine::signalled(std::uint64_t address, std::uint32_t woken) {
    Signals& signals = signals_[objects_.id_of(address)];
    ++signals.all;
    signals.lost += woken == 0 ? 1 : 0;
}

void Engine::describe_blocked() {
    record_->blocked_count = 0;
    for (std::uint32_t i = 0; i < thread_count_; ++i) {
        const ThreadState& thread = threads_[i];
        if (thread.progress == Progress::ended) continue;
        BlockedThread& edge = record_->blocked[record_->blocked_count++];
        edge = {};
        edge.thread = static_cast<ThreadId>(i);
        edge.operation = thread.operation;
        edge.object = thread.object;
        edge.holder = holder_of(thread);
        edge.stack = thread.stack;
        edge.signals = signals_[thread.object].all;
        edge.lost_signals = signals_[thread.object].lost;
    }
    const std::span<BlockedThread> edges{record_->blocked.data(), record_->blocked_count};
    for (BlockedThread& edge : edges)
        edge.in_cycle = leads_back(edges, edge.thread);
}

}  // namespace heddle::scheduler
