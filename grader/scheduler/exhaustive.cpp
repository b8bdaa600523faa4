#include "scheduler/exhaustive.hpp"

#include "scheduler/dependence.hpp"

namespace heddle::scheduler {

void Exhaustive::new_schedule(const Command& command) {
    next_ = 0;
    asleep_ = command.asleep;
}

ThreadId Exhaustive::next_thread(const Situation& now) {
    if (!is_past_branch()) {
        const ThreadId chosen = branch_[next_].thread;
        if (!contains(now.runnable, chosen)) return no_thread;
        ++next_;
        return chosen;
    }
    const bool stays = contains(now.runnable, now.running) && !asleep_.has(now.running);
    const auto* const awake =
        std::find_if(now.runnable.data(), now.runnable.data() + now.runnable.size(),
                     [&](ThreadId thread) { return !asleep_.has(thread); });
    const bool is_any_awake = awake != now.runnable.data() + now.runnable.size();
    if (!stays && !is_any_awake) return no_thread;
    const ThreadId chosen = stays ? now.running : *awake;
    const Pending done = pending_of(chosen, now.threads[chosen]);
    for (const ThreadId thread : now.runnable) {
        if (!are_independent(pending_of(thread, now.threads[thread]), done)) asleep_.remove(thread);
    }
    return chosen;
}

ThreadId Exhaustive::only_thread(ThreadId thread) const {
    return is_past_branch() && asleep_.has(thread) ? no_thread : thread;
}

Ending Exhaustive::ending_without_thread() const {
    return is_past_branch() ? Ending::redundant : Ending::replay_mismatch;
}

}  // namespace heddle::scheduler
