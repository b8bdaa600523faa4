// Questions that the tests of unit 4 ask: what a program waited for, and what limits it. All are
// answered by counting, in virtual time: never by a clock on the wall. Where the grader's runtime
// isn't linked they are answered with silence.
#pragma once

#include <cmath>
#include <string>

#include "heddle/test.hpp"

namespace heddle::test {

/// What a student's diagnosis.toml says of the program as it was given. Words and numbers have been
/// read and checked: they are of the lists that the file itself shows.
struct Prediction {
    std::string bottleneck;
    std::string counter;
    double gain = 0;
    bool available = false;
};

/// The prediction. Ends the case where there is none yet, or where the file can't be understood.
inline Prediction expect_prediction() {
    heddle_prediction_t given = {};
    if (!heddle_hook_prediction || heddle_hook_prediction(&given) == 0) return {};
    const std::string problem = given.problem;
    if (!problem.empty()) evidence("unclear-diagnosis", problem);
    if (*given.bottleneck == '\0') todo("diagnosis.toml");
    return {given.bottleneck, given.counter, given.gain, true};
}

/// "3.33", "4": at most two places.
inline std::string short_text(double number) {
    std::string text = std::to_string(number);
    text.erase(text.find('.') + 3);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

/// The simulated cores since the test case began, which is tagged [cores:K]; see handouts/model.md.
struct Machine {
    int cores = 0;      // 0: as many as there are threads
    int busy_peak = 0;  // the most that computed at once
    Ticks busy{0};      // how long they computed, summed over them
    Ticks idle{0};      // and how long they didn't; 0 where there are as many as threads
    bool available = false;
};

inline Machine machine() {
    if (!heddle_hook_machine) return {};
    heddle_machine_t seen = {};
    heddle_hook_machine(&seen);
    const auto ticks = [](long long ns) {
        return std::chrono::duration_cast<Ticks>(std::chrono::nanoseconds(ns));
    };
    return {seen.cores, seen.busy_peak, ticks(seen.busy_ns), ticks(seen.idle_ns), true};
}

/// Lines of memory that came to a core since the test case began, the tests' own among them: ask
/// before and after. Counted in cases tagged [lines:64], and in `hunt` only.
struct Lines {
    long long fetched = 0;      // from memory
    long long transferred = 0;  // from another core
    bool available = false;
};

inline Lines lines() {
    heddle_lines_t seen = {};
    if (!heddle_hook_lines || heddle_hook_lines(&seen) == 0) return {};
    return {seen.fetched, seen.transferred, true};
}

/// What the counters said of a program, as `heddle profile` shows them.
struct Counters {
    Ticks makespan{0};
    Usage compute;
    Usage io;
    Usage sleep;
    Census threads;
};

/// Runs the program. Only the makespan is its own where others have run in the same test case.
template <class Program>
Counters count(Program program) {
    const Ticks start = now();
    program();
    return {now() - start, usage(heddle_charge_work), usage(heddle_charge_io),
            usage(heddle_charge_sleep), census()};
}

/// The predicted gain is within a twentieth of what the two makespans say.
inline void expect_gain(const Prediction& prediction, Ticks before, Ticks after) {
    const double gain = static_cast<double>(before.count()) / static_cast<double>(after.count());
    const bool is_close = prediction.gain > 0.95 * gain && prediction.gain < 1.05 * gain;
    if (!is_close) {
        evidence("mispredicted", "diagnosis.toml says that a cure makes it " +
                                     short_text(prediction.gain) + " times as fast, from " +
                                     std::to_string(before.count()) + " ms to " +
                                     std::to_string(std::lround(before.count() / prediction.gain)) +
                                     ": the counters don't support this");
    }
    REQUIRE(is_close);
}

/// It took this long, give or take what a few looks at the clock cost.
inline void expect_makespan(Ticks took, Ticks expected) {
    constexpr Ticks tolerance(10);
    if (took >= expected && took <= expected + tolerance) return;
    FAIL("it took " << took.count() << " ms, expected " << expected.count());
}

/// Never more than `limit` threads were in io() at once.
inline void expect_at_most_in_flight(int limit) {
    const Usage waits = usage(heddle_charge_io);
    if (waits.peak <= limit) return;
    evidence("limit-exceeded", std::to_string(waits.peak) +
                                   " were in flight at once, the limit is " +
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

/// Nobody let time pass by asking again and again, be it without a pause or with short sleeps: in a
/// program that has no other reason to sleep.
inline void expect_no_polling() {
    constexpr int few = 3;
    const int sleeps = usage(heddle_charge_sleep).count;
    if (sleeps > few) {
        evidence("busy-wait",
                 "somebody slept and looked again, " + std::to_string(sleeps) + " times");
    }
    const long long polled = heddle_hook_polled ? heddle_hook_polled() : 0;
    if (polled == 0) return;
    evidence("busy-wait", "somebody asked again and again while others waited for " +
                              std::to_string(polled / 1'000'000) + " ms");
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
