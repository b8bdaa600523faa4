#include "scheduler/partial_order.hpp"

namespace heddle::scheduler {
namespace {

// Decisions. Two that spin for a third may do so at length while he has drawn the lowest.
constexpr std::uint32_t redrawn_after = 300;
constexpr std::uint32_t most_refusals = 5'000;  // a case has some hundred steps

bool only_reads(Operation operation) {
    return operation == Operation::read || operation == Operation::load ||
           operation == Operation::lock_shared || operation == Operation::try_lock_shared;
}

bool conflict(const ThreadState& a, const ThreadState& b) {
    return a.address != 0 && a.address == b.address &&
           !(only_reads(a.operation) && only_reads(b.operation));
}

}  // namespace

void PartialOrder::new_schedule(const Command& command) {
    random_ = Random(command.seed);
    switch_one_in_ = command.switch_one_in;
    priorities_ = {};
    decisions_ = 0;
}

bool PartialOrder::stays(ThreadId running, std::span<const ThreadId> threads) {
    return switch_one_in_ != 0 && contains(threads, running) && random_.below(switch_one_in_) != 0;
}

ThreadId PartialOrder::next_thread(const Situation& now) {
    return choose(now.runnable, now);
}

ThreadId PartialOrder::choose(std::span<const ThreadId> threads, const Situation& now) {
    if (++decisions_ % redrawn_after == 0) priorities_ = {};
    draw_for(now.running);  // what it is about to do is new
    if (stays(now.running, threads)) return now.running;
    for (const ThreadId thread : threads) {
        if (priorities_[thread] == 0) draw_for(thread);
    }
    const ThreadId chosen =
        *std::max_element(threads.begin(), threads.end(),
                          [&](ThreadId a, ThreadId b) { return priorities_[a] < priorities_[b]; });
    for (const ThreadId other : now.runnable) {
        if (conflict(now.threads[other], now.threads[chosen])) draw_for(other);
    }
    return chosen;
}

void GuidedByReads::new_schedule(const Command& command) {
    PartialOrder::new_schedule(command);
    wanted_ = command.wanted;
    wanted_count_ = std::min<std::size_t>(command.wanted_count, max_wanted);
    refusals_ = 0;
}

ThreadId GuidedByReads::next_thread(const Situation& now) {
    std::size_t count = 0;
    for (const ThreadId thread : now.runnable) {
        if (!spoils(now.threads[thread], now.writes)) patient_[count++] = thread;
    }
    if (count < now.runnable.size() && ++refusals_ == most_refusals) wanted_count_ = 0;
    if (count == 0) return choose(now.runnable, now);
    return choose({patient_.data(), count}, now);
}

// Whether the thread, if it went on now, would read what isn't wanted or overwrite what is.
bool GuidedByReads::spoils(const ThreadState& thread, const LastWrites& writes) const {
    for (std::size_t i = 0; i < wanted_count_; ++i) {
        const ReadsFrom& wanted = wanted_[i];
        if (wanted.address != thread.address) continue;
        const bool is_there = writes.at(wanted.address) == wanted.write;
        const bool is_the_read = reads(thread.operation) && thread.place == wanted.read;
        if (is_the_read && !is_there) return true;
        if (!is_the_read && is_there && scheduler::writes(thread.operation)) return true;
    }
    return false;
}

void GuidedByReads::has_read(const ReadsFrom& seen) {
    auto* const end = wanted_.data() + wanted_count_;
    wanted_count_ =
        static_cast<std::size_t>(std::remove(wanted_.data(), end, seen) - wanted_.data());
}

}  // namespace heddle::scheduler
