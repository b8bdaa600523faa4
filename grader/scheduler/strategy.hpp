// Who runs next. A strategy sees which threads could run and what each is about
// to do; it keeps its own state between calls and draws all randomness from the
// seed.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "scheduler/thread_state.hpp"

namespace heddle::scheduler {

// What there is to choose from.
struct Situation {
    std::span<const ThreadId> runnable;  // sorted; at least two
    ThreadId running = 0;                // who asks; may not be among them
    std::uint32_t step = 0;              // counts from 1
    std::span<const ThreadState> threads;
    const LastWrites& writes;  // empty unless the strategy is `reads_from`
};

// The calls come in this order: new_schedule once; then new_thread for each
// thread as it is created (thread 0 first) and next_thread at each decision.
class Strategy {
  public:
    virtual ~Strategy() = default;

    // Forgets everything and prepares for the schedule that `command` describes.
    virtual void new_schedule(const Command& command) = 0;

    // `thread` exists from now on.
    virtual void new_thread(ThreadId) {}

    // The thread to run: one of those that are runnable, or no_thread to end the schedule here.
    virtual ThreadId next_thread(const Situation& now) = 0;

    // Only this one can run: itself, or no_thread.
    virtual ThreadId only_thread(ThreadId thread) const { return thread; }

    // What became of a schedule in which it named no_thread.
    virtual Ending ending_without_thread() const { return Ending::replay_mismatch; }

    // The running thread has read something; called where the strategy is `reads_from`.
    virtual void has_read(const ReadsFrom&) {}
};

inline bool contains(std::span<const ThreadId> threads, ThreadId thread) {
    return std::find(threads.begin(), threads.end(), thread) != threads.end();
}

// Where a schedule's strategy lives: beside the engine, in memory that all processes of the program
// under test share.
struct StrategyStorage {
    alignas(8) std::array<std::byte, 6 * 1024> bytes;
};

// The strategy for a command, made in `storage`; nothing is allocated, and nothing need be
// destroyed. `choices` is what a replay follows; it must outlive the schedule.
Strategy& strategy_for(const Command& command, std::span<const Choice> choices,
                       StrategyStorage& storage);

}  // namespace heddle::scheduler
