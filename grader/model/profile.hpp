// Where the virtual time of one schedule went: by thread, and what was counted on the way.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace heddle::model {

// What a thread did with its time, from its creation to its end. Each moment is counted once.
struct TimeSpent {
    std::chrono::nanoseconds compute{0};
    std::chrono::nanoseconds io_wait{0};
    std::chrono::nanoseconds sleep{0};
    std::chrono::nanoseconds lock_wait{0};
    std::chrono::nanoseconds thread_wait{0};  // for another's end, signal or permit
    std::chrono::nanoseconds polling{0};      // awake, and time passed all the same

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

struct Profile {
    std::chrono::nanoseconds makespan{0};
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

}  // namespace heddle::model
