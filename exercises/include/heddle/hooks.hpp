// What the course's library tells the grader's runtime, and asks of it. Every function here is
// weak: it is null where the runtime isn't linked (in an IDE, say), so test the name before calling
// it. Threads, locks and clocks need no hook: the runtime sees them below the standard library.
#pragma once

extern "C" {

enum heddle_charge_kind { heddle_charge_work = 0, heddle_charge_io = 1, heddle_charge_sleep = 2 };

/// Passes `ns` nanoseconds of virtual time on the calling thread; other threads run meanwhile.
[[gnu::weak]] void heddle_hook_charge(int kind, long long ns);

/// Virtual nanoseconds since the test case began.
[[gnu::weak]] long long heddle_hook_now(void);

/// Reports a finding by the id of its diagnosis. It names a failure and doesn't cause one: whoever
/// calls it fails the case as well, or throws, or ends the program. Both strings are copied.
[[gnu::weak]] void heddle_hook_evidence(const char* id, const char* message);

/// Ends the test case as failed, on whichever thread: nothing is unwound.
[[gnu::weak, noreturn]] void heddle_hook_fail(const char* message);

/// Ends the test case: a part of the exercise named `what` hasn't been written yet.
[[gnu::weak, noreturn]] void heddle_hook_unfinished(const char* what);

/// Threads created since the test case began, the main thread not among them.
struct heddle_census_t {
    int started;
    int alive;       // begun and not ended; daemons are left out
    int peak_alive;  // the most at once, each counted from its creation until it was joined
    int idle_polls;  // how often one of them, or the main thread, looked again and saw no change
};
[[gnu::weak]] void heddle_hook_census(struct heddle_census_t* census);

/// What threads did of one kind that takes virtual time, since the test case began.
struct heddle_usage_t {
    long long total_ns;  // summed over threads
    int count;           // how often it was begun
    int locked;          // of these, by a thread that held a lock
    int peak;            // the most threads in it at once
};
[[gnu::weak]] void heddle_hook_usage(int kind, struct heddle_usage_t* usage);

/// What the simulated cores did since the test case began.
struct heddle_machine_t {
    int cores;          // 0: as many as there are threads
    int busy_peak;      // the most that computed at once
    long long busy_ns;  // how long they computed, summed over them
    long long idle_ns;  // and how long they didn't; 0 where there are as many as threads
};
[[gnu::weak]] void heddle_hook_machine(struct heddle_machine_t* machine);

/// How many lines of memory came to a core since the test case began.
struct heddle_lines_t {
    long long fetched;      // from memory
    long long transferred;  // from another core
};
/// 0 where nobody counts them: a case is tagged [lines:64], and in `hunt` only.
[[gnu::weak]] int heddle_hook_lines(struct heddle_lines_t* lines);

/// Virtual nanoseconds that passed while threads asked again and again instead of sleeping, summed
/// over them.
[[gnu::weak]] long long heddle_hook_polled(void);

/// What the student's diagnosis.toml says of the program as it was given; see
/// heddle/bottleneck.hpp.
struct heddle_prediction_t {
    const char* bottleneck;  // "" where the file is still as it was given
    const char* counter;
    double gain;
    const char* problem;  // why it can't be read, or ""
};
/// 0 where the exercise asks for no prediction.
[[gnu::weak]] int heddle_hook_prediction(struct heddle_prediction_t* prediction);

enum heddle_thread_event_kind {
    heddle_thread_constructed = 0,
    heddle_thread_started = 1,  // on the thread that called start()
    heddle_thread_began = 2,    // on the new thread
    heddle_thread_ended = 3,    // on the new thread
    heddle_thread_destroyed = 4
};

/// Something happened to the heddle::Thread at `object`, which is called `name`.
[[gnu::weak]] void heddle_hook_thread_event(int event, const void* object, const char* name);

/// The calling thread is a daemon: no leak when it outlives the test case, which abandons it.
[[gnu::weak]] void heddle_hook_daemon(void);

/// What is registered between these two calls for the end of the program (std::atexit, destructors
/// of static objects) is kept; the second one runs it, the last first, as exit() would. What
/// happens after that is the test's affair, and no part of a trace.
[[gnu::weak]] void heddle_hook_begin_main(void);
[[gnu::weak]] void heddle_hook_end_main(void);

/// A value was put into the sink or journal at `sink`; a trace shows it as "put 10".
[[gnu::weak]] void heddle_hook_output(const void* sink, long long value);
}
