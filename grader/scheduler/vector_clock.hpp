// How much of each thread another one has seen: what "happens before" is
// computed with (Lamport 1978; Mattern 1988). A clock is whatever holds a moment
// for each thread. `count` says how many threads there are; the rest isn't
// touched, since most schedules have few.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "scheduler/thread_table.hpp"

namespace heddle::scheduler {

// A thread's own time: it moves on where others may learn of what was before. 0 is before all.
using Moment = std::uint32_t;

using VectorClock = std::array<Moment, max_threads>;

template <std::size_t Rows>
using VectorClocks = ThreadTable<Moment, Rows>;

template <class Clock, class Other>
void join(Clock&& clock, const Other& other, std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i)
        clock[i] = std::max(clock[i], other[i]);
}

template <class Clock, class Other>
void become(Clock&& clock, const Other& other, std::uint32_t count) {
    for (std::uint32_t i = 0; i < count; ++i)
        clock[i] = other[i];
}

}  // namespace heddle::scheduler
