// Who has seen how much of whom: the vector clocks of one schedule, advanced
// step by step.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "explore/observation.hpp"

namespace heddle::judge {

using VectorClock = std::vector<std::uint32_t>;  // by thread

class Clocks {
  public:
    explicit Clocks(std::size_t threads);

    // Takes in the next step: edges of locks, atomics, threads, semaphores and barriers.
    void advance(const scheduler::Step& step);

    // The running thread's own time; what it does now happens at this moment.
    std::uint32_t time_of(scheduler::ThreadId thread) const;

    // True when what `earlier` did at its time `moment` happens before what `later` does now.
    bool has_seen(scheduler::ThreadId later, scheduler::ThreadId earlier,
                  std::uint32_t moment) const;

  private:
    struct Lock {
        VectorClock written;  // left by exclusive holders
        VectorClock read;     // left by shared holders
    };

    void follow_locks(const scheduler::Step& step);
    void acquire_lock(const scheduler::Step& step, scheduler::ObjectId lock);
    void release_lock(scheduler::ThreadId thread, scheduler::ObjectId lock);
    void receive(scheduler::ThreadId thread, const VectorClock& from);
    void send(scheduler::ThreadId thread, VectorClock& to);

    std::vector<VectorClock> threads_;
    std::vector<std::map<scheduler::ObjectId, bool>> held_;  // by thread: lock → is it shared
    std::map<scheduler::ObjectId, Lock> locks_;
    std::map<std::uint64_t, VectorClock> messages_;  // by address: atomics, semaphores, …
};

}  // namespace heddle::judge
