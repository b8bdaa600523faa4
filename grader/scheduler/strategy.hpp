// Who runs next. A strategy sees only which threads could run; it keeps its own
// state between calls and draws all randomness from the seed.
#pragma once

#include <span>

#include "scheduler/record.hpp"

namespace heddle::scheduler {

// The calls come in this order: new_schedule once; then new_thread for each
// thread as it is created (thread 0 first) and next_thread at each decision.
class Strategy {
  public:
    virtual ~Strategy() = default;

    // Forgets everything and prepares for the schedule that `command` describes.
    virtual void new_schedule(const Command& command) = 0;

    // `thread` exists from now on.
    virtual void new_thread(ThreadId) {}

    // The thread to run. `runnable` is sorted and has at least two members; `running` is the one
    // that asks, which may not be among them; `step` counts from 1. Returns a member of `runnable`,
    // or no_thread when a replay no longer fits.
    virtual ThreadId next_thread(std::span<const ThreadId> runnable, ThreadId running,
                                 std::uint32_t step) = 0;
};

// The strategy for a command: one static object a kind, nothing is allocated. `choices` is what a
// replay follows; it must outlive the schedule.
Strategy& strategy_for(const Command& command, std::span<const Choice> choices);

}  // namespace heddle::scheduler
