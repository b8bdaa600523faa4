// Where the virtual time of one schedule went: by thread, and what was counted on the way.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "model/outcome.hpp"

namespace heddle::model {

// What a thread did with its time, from its creation to its end. Each moment is counted once.
struct TimeSpent {
    std::chrono::nanoseconds compute{0};
    std::chrono::nanoseconds io_wait{0};
    std::chrono::nanoseconds sleep{0};
    std::chrono::nanoseconds lock_wait{0};
    std::chrono::nanoseconds thread_wait{0};  // for another's end, signal or permit
    std::chrono::nanoseconds polling{0};      // awake, and time passed all the same
    std::chrono::nanoseconds core_wait{0};    // had something to compute, and all cores were busy

    TimeSpent& operator+=(const TimeSpent& other);
};

struct ThreadProfile {
    std::string name;
    TimeSpent time;
};

// What was begun of one kind: compute, or io.
struct Begun {
    int count = 0;
    int locked = 0;   // of these, by a thread that held a lock
    int at_once = 0;  // the most threads in it at the same moment
};

struct LockProfile {
    std::string name;  // the student's where known
    int taken = 0;
    std::chrono::nanoseconds waited{0};
};

// The same case on a machine with so many cores.
struct OnCores {
    int cores = 0;  // 0: as many as there are threads
    Outcome outcome = Outcome::passed;
    std::chrono::nanoseconds makespan{0};
    std::chrono::nanoseconds busy{0};  // summed over cores
    int at_once = 0;                   // the most that were busy at the same moment
    int threads_started = 0;
};

// Lines of memory that hold the same objects, and how often they came to a core.
struct LineGroup {
    std::string objects;  // "a, b", by the student's names; "" for all that have none
    int lines = 0;
    std::int64_t fetched = 0;      // from memory
    std::int64_t transferred = 0;  // from another core
};

struct LineProfile {
    int line_bytes = 0;
    int lines_held = 0;     // by a core at once
    int access_period = 0;  // threads took turns at one plain access of so many
    std::int64_t fetched = 0;
    std::int64_t transferred = 0;
    std::vector<LineGroup> groups;  // what was transferred most often first, then fetched
};

struct Profile {
    std::chrono::nanoseconds makespan{0};
    int cores = 0;                  // 0: as many as there are threads
    std::vector<OnCores> on_cores;  // from one core on; last, as many as there are threads
    LineProfile lines;
    std::vector<ThreadProfile> threads;  // the case's own first, the others as they were created
    int threads_started = 0;
    int threads_at_once = 0;  // created and not yet joined, the case's own left out
    Begun compute;
    Begun io;
    std::vector<LockProfile> locks;  // the most waited for first, then the most taken
    bool is_truncated = false;       // the schedule went on beyond what was kept
};

// Of all threads together.
TimeSpent total(const Profile& profile);

// How many times as fast as on one core; 0 where that can't be said.
double speedup(const Profile& profile, const OnCores& on);

// The part of the cores' time in which they had nothing to do, from 0 to 1; 0 where nobody counts
// cores.
double idle_share(const OnCores& on);

// The number of cores from which on no thread ever waits for one; 0 where nobody computes, or where
// the program starts another number of threads when it sees other cores.
int enough_cores(const Profile& profile);

}  // namespace heddle::model
