#include "explore/schedule_tree.hpp"

#include <algorithm>
#include <span>

#include "base/assert.hpp"
#include "scheduler/dependence.hpp"

namespace heddle::explore {
namespace {

using scheduler::Pending;
using scheduler::Record;
using scheduler::ThreadId;
using scheduler::ThreadSet;

std::span<const Pending> candidates_of(const Record& record, std::size_t choice) {
    const std::span all(record.pending.data(), record.pending_count);
    return {std::ranges::lower_bound(all, choice, {}, &Pending::choice),
            std::ranges::upper_bound(all, choice, {}, &Pending::choice)};
}

// Those of `asleep` that sleep on while `done` happens.
ThreadSet sleeping_on(std::span<const Pending> candidates, const ThreadSet& asleep,
                      const Pending& done) {
    ThreadSet rest;
    for (const Pending& pending : candidates) {
        if (asleep.has(pending.thread) && are_independent(pending, done)) rest.add(pending.thread);
    }
    return rest;
}

}  // namespace

// A choice: who could be chosen, who was, and who had been running.
struct ScheduleTree::Fork {
    std::span<const Pending> candidates;
    scheduler::Choice made;

    const Pending* of(ThreadId thread) const {
        const auto found = std::ranges::find(candidates, thread, &Pending::thread);
        return found == candidates.end() ? nullptr : &*found;
    }
    int preemptions_of(ThreadId chosen) const {
        return chosen != made.running && of(made.running) != nullptr ? 1 : 0;
    }
};

ScheduleTree::ScheduleTree(Pruning pruning, int most_preemptions)
    : pruning_(pruning), most_preemptions_(most_preemptions) {
    add({});
}

std::optional<int> ScheduleTree::bound() const {
    if (!waiting_.empty()) return waiting_.begin()->first;
    return has_more_preemptions_ ? std::optional(most_preemptions_ + 1) : std::nullopt;
}

void ScheduleTree::add(Branch branch) {
    if (branch.preemptions > most_preemptions_) {
        has_more_preemptions_ = true;
        return;
    }
    waiting_[branch.preemptions].push_back(std::move(branch));
    ++waiting_count_;
}

Branch ScheduleTree::take() {
    HEDDLE_ASSERT(!waiting_.empty());
    const auto fewest = waiting_.begin();
    Branch branch = std::move(fewest->second.back());
    fewest->second.pop_back();
    if (fewest->second.empty()) waiting_.erase(fewest);
    --waiting_count_;
    return branch;
}

// The siblings' order is that in which they are put to sleep: each sleeps below those after it.
void ScheduleTree::add_siblings(const Branch& node, const Fork& fork) {
    ThreadSet asleep = node.asleep;
    asleep.add(fork.made.thread);
    for (const Pending& pending : fork.candidates) {
        if (pending.thread == fork.made.thread || node.asleep.has(pending.thread)) continue;
        Branch sibling = below(node, fork, pending, asleep);
        asleep.add(pending.thread);
        add(std::move(sibling));
    }
}

Branch ScheduleTree::below(const Branch& node, const Fork& fork, const Pending& chosen,
                           const ThreadSet& asleep) const {
    Branch child = node;
    child.choices.push_back({chosen.thread, 0, fork.made.running});
    if (pruning_ == Pruning::sleep_sets) {
        child.asleep = sleeping_on(fork.candidates, asleep, chosen);
    } else {
        child.preemptions += fork.preemptions_of(chosen.thread);
    }
    return child;
}

bool ScheduleTree::grow(const Branch& branch, const Record& record) {
    const auto made = std::span(record.choices).first(record.choice_count);
    if (made.size() < branch.choices.size()) return false;
    Branch node = branch;
    std::ranges::copy(made.first(branch.choices.size()), node.choices.begin());
    for (std::size_t at = branch.choices.size(); at < made.size(); ++at) {
        const Fork fork = {candidates_of(record, at), made[at]};
        const Pending* const chosen = fork.of(fork.made.thread);
        if (chosen == nullptr) return false;
        add_siblings(node, fork);
        node = below(node, fork, *chosen, node.asleep);
        node.choices.back() = fork.made;
    }
    return true;
}

scheduler::Command command_for(const Branch& branch, std::uint64_t seed) {
    scheduler::Command command;
    command.seed = seed;
    command.strategy = scheduler::StrategyKind::exhaustive;
    command.races = scheduler::Races::looked_for;
    command.asleep = branch.asleep;
    return command;
}

}  // namespace heddle::explore
