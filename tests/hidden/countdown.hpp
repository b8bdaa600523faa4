// What the hidden checks of the two countdowns, 04 and 05, have in common.
#pragma once

#include <string>
#include <vector>

#include "heddle/test.hpp"

namespace heddle::countdown {

using Values = std::vector<int>;

inline Values values_in(const Sink& sink) {
    Values values;
    for (const auto& record : sink.records())
        values.push_back(record.value);
    return values;
}

/// Both ends are among them.
inline Values count_down(int from, int to) {
    Values values;
    for (int value = from; value >= to; --value)
        values.push_back(value);
    return values;
}

/// Names the mistake of a loop that should count from `count` down to 1 and has a limit wrong.
inline void check_limits(const Values& values, int count) {
    const bool goes_to_zero = values == count_down(count, 0);
    const bool begins_late = values == count_down(count - 1, 0);
    const bool stops_early = values == count_down(count, 2);
    if (!goes_to_zero && !begins_late && !stops_early) return;
    test::evidence("off-by-one", "a countdown from " + std::to_string(count) + " went from " +
                                     std::to_string(values.front()) + " to " +
                                     std::to_string(values.back()));
}

}  // namespace heddle::countdown
