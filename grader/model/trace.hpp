// One schedule as a person reads it: threads, and what each did, in order.
// Everything is by name; addresses never get this far.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heddle::model {

// A line of the student's code, the path relative to the staged folder.
struct SourceLine {
    std::string file;
    int line = 0;
    bool operator==(const SourceLine&) const = default;
};

// Index of a thread in Trace::threads; the case's own thread is 0.
using ThreadIndex = std::size_t;

struct TraceStep {
    ThreadIndex thread = 0;
    std::string operation;             // "lock", "load", "store", "wait", "sleep", …
    std::string object;                // the student's name where known, else "mutex #2"; may be ""
    std::optional<std::string> value;  // what was read or written
    std::optional<std::string> result;  // what it led to: "waits", "timed out", "failed"
    std::optional<SourceLine> where;
    std::chrono::nanoseconds at{0};  // virtual time since the case began
    int repeats = 1;                 // a folded spin: this step, so many times in a row
};

// An edge of the wait-for graph at the moment nothing could run.
struct Wait {
    ThreadIndex thread = 0;
    std::string operation;  // "lock", "join", "wait", …
    std::string object;
    std::optional<ThreadIndex> holder;  // whom it waits for, where that is a thread
    bool in_cycle = false;
    std::optional<SourceLine> where;
};

struct Trace {
    std::vector<std::string> threads;
    std::vector<TraceStep> steps;
    std::vector<Wait> waits;  // empty unless nothing could run
    bool truncated = false;   // more steps happened than were kept
};

// How many threads wait in a circle: 1 for one that waits for itself, 0 without a circle.
inline std::size_t circle_size(const Trace& trace) {
    const auto size = std::count_if(trace.waits.begin(), trace.waits.end(),
                                    [](const Wait& wait) { return wait.in_cycle; });
    return static_cast<std::size_t>(size);
}

}  // namespace heddle::model
