#include "scheduler/cores.hpp"

#include <algorithm>

namespace heddle::scheduler {

void Cores::begin(std::uint32_t count) {
    const bool is_number = count != 0 && count <= max_cores;
    count_ = is_number ? count : static_cast<std::uint32_t>(max_cores);
    free_at_ = {};
    taken_ = 0;
}

Time Cores::take(Time now, Time length) {
    Time& first_free = *std::min_element(free_at_.begin(), free_at_.begin() + count_);
    const Time begin = std::max(now, first_free);
    first_free = begin + length;
    taken_ += length;
    return begin;
}

std::uint32_t Cores::busy_at(Time time) const {
    return static_cast<std::uint32_t>(std::count_if(free_at_.begin(), free_at_.begin() + count_,
                                                    [&](Time free) { return free > time; }));
}

// What a core is busy with beyond that moment has no gap in it: whoever waits for a core begins
// when it becomes free.
Time Cores::busy_until(Time time) const {
    Time busy = taken_;
    for (std::uint32_t i = 0; i < count_; ++i)
        busy -= free_at_[i] > time ? free_at_[i] - time : 0;
    return busy;
}

}  // namespace heddle::scheduler
