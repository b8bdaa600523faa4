// What the tests of exercises are written with: Catch2, in the version that the system has, and
// trusted questions about the threads that a submission started. Where the grader's runtime isn't
// linked, in an IDE say, those questions are answered with silence.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_test_macros.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "heddle/hooks.hpp"
#include "heddle/lab.hpp"
#include "heddle/thread.hpp"

namespace heddle::test {

/// Threads of any kind, created since the test case began; the main thread isn't counted.
struct Census {
    int started = 0;
    int alive = 0;
    int peak_alive = 0;  // the most at once, each counted from its creation until it was joined
    int idle_polls = 0;  // how often any thread looked again and saw no change
    bool available = false;
};

inline Census census() {
    if (!heddle_hook_census) return {};
    heddle_census_t counted = {};
    heddle_hook_census(&counted);
    return {counted.started, counted.alive, counted.peak_alive, counted.idle_polls, true};
}

/// What threads did of one kind that takes virtual time, since the test case began.
struct Usage {
    Ticks total{0};  // summed over threads
    int count = 0;   // how often it was begun
    int locked = 0;  // of these, by a thread that held a lock
    int peak = 0;    // the most threads in it at once
    bool available = false;
};

inline Usage usage(heddle_charge_kind kind) {
    if (!heddle_hook_usage) return {};
    heddle_usage_t used = {};
    heddle_hook_usage(kind, &used);
    const auto total = std::chrono::nanoseconds(used.total_ns);
    return {std::chrono::duration_cast<Ticks>(total), used.count, used.locked, used.peak, true};
}

/// Fails the test case, and names why: `diagnosis_id` is one of the course's diagnoses.
inline void evidence(std::string_view diagnosis_id, std::string_view message) {
    const std::string id(diagnosis_id);
    const std::string text(message);
    if (heddle_hook_evidence) heddle_hook_evidence(id.c_str(), text.c_str());
    FAIL(text);
}

/// Whether the work of a Thread that was never started has been done all the same.
enum class UnstartedWork { done, left_undone };

/// The work was done by at least so many threads, two or more of them at once. Ask when the
/// submission has returned. A caller that may do a share itself is not one of them.
inline void expect_threads(int at_least, UnstartedWork unstarted = UnstartedWork::done) {
    const Census threads = census();
    if (!threads.available) return;
    const auto of_heddle = detail::thread_counts();
    const bool lacks_start = of_heddle.constructed > of_heddle.started;
    if (lacks_start && of_heddle.started < at_least && unstarted == UnstartedWork::done) {
        evidence("run-not-start",
                 "a Thread was made and its work was done, but start() was never called on it: "
                 "run() alone is an ordinary function call");
    }
    if (lacks_start && of_heddle.started < at_least) {
        evidence("never-started", "a Thread was made, and nobody called start() on it");
    }
    if (at_least > 0 && threads.started == 0) {
        evidence("work-on-main", "no thread was started: the caller did all of the work itself");
    }
    const auto counted = std::to_string(threads.started) + " started, at least " +
                         std::to_string(at_least) + " expected";
    if (threads.started < at_least) evidence("too-few-threads", "threads: " + counted);
    if (at_least > 1 && threads.peak_alive < 2) {
        evidence("start-join-pairs",
                 "each thread was waited for before the next was started: never two at once");
    }
}

/// The same for work that puts `values` numbers into a sink, none of them on the caller's thread.
inline void expect_threads(int at_least, const Sink& sink, std::size_t values) {
    const auto records = sink.records();
    const bool is_done = records.size() >= values;
    expect_threads(at_least, is_done ? UnstartedWork::done : UnstartedWork::left_undone);
    const int caller = current_thread().ident();
    if (std::ranges::find(records, caller, &Record::thread_id) != records.end()) {
        evidence("run-not-start",
                 "some numbers were put by the thread that called: run() alone is an ordinary "
                 "function call");
    }
}

/// Every thread that the submission started has ended; daemons too, though nobody need wait for
/// them. Those that haven't get virtual time to end in before the case fails.
inline void expect_all_ended() {
    if (!census().available) return;
    const auto threads = enumerate();
    const bool has_daemon =
        std::ranges::any_of(threads, [](const Thread* each) { return each->daemon(); });
    const int alive = census().alive;
    if (alive == 0 && !has_daemon) return;

    const bool some_joined = detail::thread_counts().joined > 0;
    for (int seconds = 0; census().alive > 0 && seconds < 1000; ++seconds)
        sleep(Ticks(1000));
    if (has_daemon) {
        evidence("daemon-lost", "a daemon was still at work: nobody waits for daemons");
    }
    evidence(some_joined ? "joined-some" : "never-joined",
             "threads still running when the function returned: " + std::to_string(alive));
}

/// Where the submission waited for some of its Threads, it waited for all of them: one that it
/// didn't wait for may have ended by chance. Ask before expect_all_ended, which looks for itself.
inline void expect_all_awaited() {
    const Census threads = census();
    const auto of_heddle = detail::thread_counts();
    const int forgotten = of_heddle.started - of_heddle.awaited;
    const bool has_daemon =
        std::ranges::any_of(enumerate(), [](const Thread* each) { return each->daemon(); });
    if (has_daemon) return;
    if (!threads.available || threads.alive > 0 || of_heddle.awaited == 0 || forgotten == 0) return;
    evidence("joined-some", "threads that nobody waited for, though they happened to be over: " +
                                std::to_string(forgotten));
}

/// Collects exceptions that nobody caught in a thread, for as long as it lives.
class UncaughtExceptions {
  public:
    UncaughtExceptions()
        : previous_(set_excepthook([this](const Thread& thread, std::exception_ptr) {
              const std::lock_guard lock(mutex_);
              threads_.push_back(thread.name());
          })) {}
    ~UncaughtExceptions() { set_excepthook(previous_); }
    UncaughtExceptions(const UncaughtExceptions&) = delete;
    UncaughtExceptions& operator=(const UncaughtExceptions&) = delete;

    /// The names of the threads that ended by one.
    std::vector<std::string> threads() const {
        const std::lock_guard lock(mutex_);
        return threads_;
    }

  private:
    mutable std::mutex mutex_;
    std::vector<std::string> threads_;  // guarded by mutex_
    ExceptHook previous_;
};

/// What one thread put into a sink, in order.
struct Column {
    std::string thread;
    int thread_id = 0;
    std::vector<int> values = {};
    std::vector<Ticks> times = {};
};

/// The sink's records, a column for each thread; the shorter column comes first.
inline std::vector<Column> columns(const Sink& sink) {
    std::vector<Column> all;
    for (const auto& record : sink.records()) {
        auto column = std::ranges::find(all, record.thread_id, &Column::thread_id);
        if (column == all.end()) {
            all.push_back({record.thread, record.thread_id});
            column = std::prev(all.end());
        }
        column->values.push_back(record.value);
        column->times.push_back(record.at);
    }
    std::ranges::stable_sort(all, {}, [](const Column& each) { return each.values.size(); });
    return all;
}

}  // namespace heddle::test
