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

/// Fails by name where fewer than so many threads are the course's, and others did their work.
inline void check_kind_of_threads(int at_least) {
    const int of_heddle = detail::thread_counts().started;
    if (of_heddle >= at_least || !test::census().available) return;
    test::evidence("foreign-thread", "threads: " + std::to_string(test::census().started) +
                                         " started, " + std::to_string(of_heddle) +
                                         " of them heddle::Threads");
}

/// Fails by name where a number was put by a thread that isn't one of the course's.
inline void check_who_put(const Sink& sink) {
    for (const Record& record : sink.records()) {
        if (!record.thread.starts_with("Dummy-")) continue;
        test::evidence("foreign-thread", std::to_string(record.value) + " was put by " +
                                             record.thread + ", which is no heddle::Thread");
    }
}

/// Fails by name where countdowns keep a processor busy in place of sleeping. For cases in which
/// nobody else has a reason to compute.
inline void check_sleeps() {
    const test::Usage work = test::usage(heddle_charge_work);
    if (work.count == 0) return;
    test::evidence("busy-wait", "a processor was kept busy " + std::to_string(work.count) +
                                    " times to let time pass: work() computes, and doesn't sleep");
}

}  // namespace heddle::countdown
