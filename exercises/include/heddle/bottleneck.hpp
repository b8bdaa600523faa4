// Questions that the tests of unit 4 ask: what a program waited for, and what limits it. All are
// answered by counting, in virtual time: never by a clock on the wall. Where the grader's runtime
// isn't linked they are answered with silence.
#pragma once

#include <string>

#include "heddle/test.hpp"

namespace heddle::test {

/// Never more than `limit` threads were in io() at once.
inline void expect_at_most_in_flight(int limit) {
    const Usage waits = usage(heddle_charge_io);
    if (waits.peak <= limit) return;
    evidence("limit-exceeded", std::to_string(waits.peak) + " were in flight at once, the limit is " +
                                   std::to_string(limit));
}

/// At some moment `expected` threads were in io() at once, and never more. Only where the clock is
/// judged: elsewhere a thread may be kept from running for as long as a device takes.
inline void expect_in_flight(int expected) {
    const Usage waits = usage(heddle_charge_io);
    if (!waits.available || waits.peak == expected) return;
    expect_at_most_in_flight(expected);
    const auto seen = std::to_string(waits.peak) + " in flight at once, " +
                      std::to_string(expected) + " possible";
    if (waits.locked > 0) {
        evidence("lock-over-io", "a lock was held in " + std::to_string(waits.locked) + " of " +
                                     std::to_string(waits.count) + " waits for a device: " + seen);
    }
    evidence(waits.peak < 2 ? "no-overlap" : "under-limit", "never more than " + seen);
}

/// No more than `most` threads were started, for `items` pieces of work.
inline void expect_threads_at_most(int most, int items) {
    const Census threads = census();
    if (threads.started <= most) return;
    evidence("thread-per-item", std::to_string(threads.started) + " threads were started for " +
                                    std::to_string(items) + " items, at most " +
                                    std::to_string(most) + " are allowed");
}

}  // namespace heddle::test
