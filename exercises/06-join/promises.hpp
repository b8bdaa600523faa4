// What start_and_wait promises, as questions to one call of it. Each fails the test case, and names
// the mistake, where the promise wasn't kept.
#pragma once

#include "given.hpp"

namespace heddle::given {

constexpr Ticks tolerance(100);  // as the task says

inline std::string name_of(std::size_t index) {
    return "thread " + std::to_string(index);
}

inline std::string in_ms(Ticks time) {
    return std::to_string(time.count()) + " ms";
}

inline bool holds(const Indices& indices, std::size_t index) {
    return std::ranges::find(indices, index) != indices.end();
}

inline std::string in_words(const Indices& indices) {
    std::string words = "{";
    for (const std::size_t index : indices)
        words += (words.size() > 1 ? ", " : "") + std::to_string(index);
    return words + "}";
}

inline std::string lists_of(const Call& call) {
    return "ended is " + in_words(call.ended) + ", alive is " + in_words(call.alive);
}

inline Ticks last_end(const Call& call) {
    Ticks last{0};
    for (const Fate& thread : call.threads)
        last = std::max(last, thread.ended);
    return last;
}

inline void expect_all_started(const Call& call) {
    for (std::size_t i = 0; i < call.threads.size(); ++i) {
        if (call.threads[i].is_started) continue;
        if (call.threads[i].has_run) {
            test::evidence("run-not-start", "start_and_wait called the run() of " + name_of(i) +
                                                " itself, on its own thread");
        }
        test::evidence("never-started", name_of(i) + " of " + std::to_string(call.threads.size()) +
                                            " was never started");
    }
}

/// Each thread in one of the lists, and nothing else in them.
inline void expect_each_listed_once(const Call& call) {
    const std::size_t size = call.threads.size();
    const auto is_listed = [&](std::size_t i) {
        return holds(call.ended, i) || holds(call.alive, i);
    };
    if (size > 0 && is_listed(size)) {
        test::evidence("off-by-one", "the last of " + std::to_string(size) + " threads is number " +
                                         std::to_string(size - 1) + ": " + lists_of(call));
    }
    for (std::size_t i = 0; i < size; ++i) {
        const auto times = std::ranges::count(call.ended, i) + std::ranges::count(call.alive, i);
        if (times == 0)
            test::evidence("incomplete", name_of(i) + " isn't listed: " + lists_of(call));
        if (times > 1)
            test::evidence("listed-twice", name_of(i) + " is listed twice: " + lists_of(call));
    }
    const std::size_t listed = call.ended.size() + call.alive.size();
    REQUIRE(listed == size);
}

/// Whoever is listed as ended had ended. This holds in every schedule, on the slowest machine.
inline void expect_ended_is_true(const Call& call) {
    for (const std::size_t i : call.ended) {
        const Fate& thread = call.threads[i];
        if (!thread.is_alive) continue;
        if (thread.asked) {
            test::evidence("inverted", name_of(i) +
                                           " was still at work, is_alive() said so, and it "
                                           "is listed as ended");
        }
        test::evidence("timeout-ignored", name_of(i) +
                                              " is listed as ended and was still at work: "
                                              "nobody asked is_alive()");
    }
}

/// Whoever is listed as alive was alive when the call returned. Only where time is judged: threads
/// may end at any moment.
inline void expect_alive_is_true(const Call& call) {
    for (const std::size_t i : call.alive) {
        const Fate& thread = call.threads[i];
        if (thread.is_alive) continue;
        const std::string ended = name_of(i) + " had ended after " + in_ms(thread.ended);
        if (!thread.asked) {
            test::evidence("not-asked", ended + " and is listed as alive: nobody asked is_alive()");
        }
        if (*thread.asked < thread.ended) {
            test::evidence("not-asked", ended + " and is listed as alive: is_alive() was asked " +
                                            "after " + in_ms(*thread.asked) + ", and not again");
        }
        test::evidence("inverted", ended + ", is_alive() said so, and it is listed as alive");
    }
}

inline void expect_side_by_side(const Call& call) {
    for (std::size_t i = 0; i < call.threads.size(); ++i) {
        const Ticks began = call.threads[i].began;
        if (began <= tolerance) continue;
        test::evidence("start-join-pairs", name_of(i) + " was started only after " + in_ms(began) +
                                               ", when another had been waited for");
    }
}

/// Returning while somebody is at work takes a deadline that is over.
inline void expect_not_early(const Call& call) {
    const auto alive = std::ranges::find(call.threads, true, &Fate::is_alive);
    if (alive == call.threads.end() || call.took + tolerance >= call.budget) return;
    const auto index = static_cast<std::size_t>(alive - call.threads.begin());
    const std::string what = "it returned after " + in_ms(call.took) + " of its " +
                             in_ms(call.budget) + ", and " + name_of(index) + " was still at work";
    if (call.took <= tolerance) test::evidence("never-joined", what + ": it waited for nobody");
    for (std::size_t i = 0; i < call.threads.size(); ++i) {
        const Ticks since = call.took - call.threads[i].ended;
        if (call.threads[i].is_alive || since > tolerance) continue;
        test::evidence("joined-some", what + "; only " + name_of(i) + " had just ended");
    }
    test::evidence("gave-up-early", what);
}

/// Returning when all have ended, or else at the deadline.
inline void expect_not_late(const Call& call) {
    const Ticks end = last_end(call);
    const Ticks deadline = std::max(call.budget, Ticks(0));
    const Ticks late_by = call.took - std::min(end, deadline);
    if (late_by <= tolerance) return;
    const std::string what = "it returned after " + in_ms(call.took);
    if (call.slept >= late_by) {
        test::evidence("sleep-sync", what + ", and slept meanwhile: all that it had to wait for " +
                                         "was over after " + in_ms(call.took - late_by));
    }
    if (end <= deadline) {
        test::evidence("late-return", what + ": all threads had ended after " + in_ms(end));
    }
    const std::string budget = "; the budget was " + in_ms(call.budget) + " for all together";
    if (call.took + tolerance >= end) {
        test::evidence("no-deadline", what + ", when the last thread had ended" + budget);
    }
    test::evidence("fresh-budget", what + budget);
}

inline void expect_nothing_left(const Call& call) {
    if (call.own_threads_left == 0) return;
    test::evidence("left-running",
                   "threads that start_and_wait itself has made were still at work "
                   "when it had returned: " +
                       std::to_string(call.own_threads_left));
}

/// The promises of every schedule.
inline void expect_sound(const Call& call) {
    expect_all_started(call);
    expect_each_listed_once(call);
    expect_ended_is_true(call);
}

/// All promises but the one to sit still.
inline void expect_kept(const Call& call) {
    expect_all_started(call);
    expect_side_by_side(call);
    expect_each_listed_once(call);
    expect_not_early(call);
    expect_not_late(call);
    expect_ended_is_true(call);
    expect_alive_is_true(call);
    expect_nothing_left(call);
}

/// It sleeps until there is news.
inline void expect_calm(const Call& call) {
    constexpr int too_often = 100;  // a library's latch or semaphore looks a few times as well
    if (call.asked_in_vain >= too_often) {
        test::evidence("busy-wait", "is_alive() was asked " + std::to_string(call.asked_in_vain) +
                                        " times while no time had passed");
    }
    if (call.idle_polls >= too_often) {
        test::evidence("busy-wait", "start_and_wait looked " + std::to_string(call.idle_polls) +
                                        " times while nothing changed");
    }
}

}  // namespace heddle::given
