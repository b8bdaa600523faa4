// The simulated cores, on which threads compute. Whoever comes first gets the core that is free
// first, and keeps it until the computation is over: list scheduling (Graham, Bounds on
// multiprocessing timing anomalies, 1969, section 2). Since each computation says beforehand how
// long it is, its place is known at once; nobody has to be woken. Pure arithmetic, for one thread.
#pragma once

#include <array>
#include <cstdint>

#include "scheduler/record.hpp"

namespace heddle::scheduler {

class Cores {
  public:
    // All free. 0, or more than max_cores: as many as there can be threads.
    void begin(std::uint32_t count);

    // Keeps a core for `length` and returns from when on: `now`, or as soon as one is free. Calls
    // come in the order of `now`.
    Time take(Time now, Time length);

    // How many are busy at `time`, which isn't earlier than the last call's `now`.
    std::uint32_t busy_at(Time time) const;

    // How long they have been busy until `time`, summed over them; `time` as for busy_at.
    Time busy_until(Time time) const;

  private:
    std::uint32_t count_ = max_cores;
    Time taken_ = 0;                            // by all computations together
    std::array<Time, max_cores> free_at_ = {};  // beyond that moment nothing is kept
};

}  // namespace heddle::scheduler
