// How much of each thread another one has seen: what "happens before" is
// computed with (Lamport 1978; Mattern 1988).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "scheduler/record.hpp"

namespace heddle::scheduler {

// A thread's own time: it moves on where others may learn of what was before. 0 is before all.
using Moment = std::uint32_t;

class VectorClock {
  public:
    Moment of(ThreadId thread) const { return moments_[thread]; }
    void advance(ThreadId thread) { ++moments_[thread]; }

    // `count`: how many threads there are. The rest isn't touched: most schedules have few.
    void join(const VectorClock& other, std::uint32_t count) {
        for (std::uint32_t i = 0; i < count; ++i)
            moments_[i] = std::max(moments_[i], other.moments_[i]);
    }
    void become(const VectorClock& other, std::uint32_t count) {
        std::copy_n(other.moments_.begin(), count, moments_.begin());
    }

  private:
    std::array<Moment, max_threads> moments_ = {};
};

}  // namespace heddle::scheduler
