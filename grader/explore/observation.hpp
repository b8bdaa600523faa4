// One schedule seen in full: every step and access with the student's line and
// the student's name for what it touched. This is the evidence that judge/
// reads and the picture that a person sees; it is made by replaying a schedule.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "explore/choices.hpp"
#include "explore/program.hpp"
#include "explore/symbols.hpp"
#include "model/trace.hpp"
#include "scheduler/record.hpp"

namespace heddle::explore {

// The staged files of the student, by name: their lines, for naming objects.
using Sources = std::map<std::string, std::vector<std::string>>;

struct ObservedStep {
    scheduler::Step raw;
    std::optional<Place> place;  // the student's line; nothing in the tests' own code
    std::string object;          // "hits_", "mutex_", else "mutex #2"; "" where there is none
    bool is_in_library = false;  // the course's own library did it on the student's behalf
    std::vector<Place> calls;    // of a lock: the student's lines on the way there, innermost first
};

struct ObservedWait {
    scheduler::BlockedThread raw;
    std::optional<Place> place;
    std::string object;
    std::vector<Place> calls;
};

struct ObservedEvidence {
    std::string id;
    std::string message;
    scheduler::ThreadId thread = 0;
    std::optional<Place> place;
};

// A line of memory that came to some core, where the command follows them.
struct ObservedLine {
    std::string
        objects;  // what the student's lines touch in it: "a, b"; "" where they touch nothing
    scheduler::LineTraffic traffic;
};

struct Observation {
    model::Flavour flavour = model::Flavour::hunt;
    scheduler::Summary summary;
    std::vector<std::string> threads;  // names: "main", "Thread-1", …
    std::vector<ObservedStep> steps;   // plain accesses only in `hunt`
    std::vector<ObservedWait> waits;   // every thread that had not ended
    std::vector<ObservedEvidence> evidence;
    std::vector<ObservedLine> lines;   // in the order of their first use
    std::optional<Place> where;        // of the ending: an exit, a crash, a sanitizer's report
    std::optional<Place> other_where;  // a race's other access
    std::string outside = "the test";  // what places are called that aren't the student's
};

// Replays the schedule and looks closely. The result's ending is that of the replay; it differs
// from the original's only by a bug of ours, which the caller checks.
base::Expected<Observation> observe(Program& program, Symbols& symbols, const Sources& sources,
                                    const Replayable& schedule);

enum class Accesses { shown, hidden, hidden_with_atomics };

// What a person is shown of it: the student's synchronisation and output and, if wanted, plain
// accesses to memory that several threads touch.
model::Trace trace_of(const Observation& observation, Accesses accesses = Accesses::shown);

// The name by which the source text at a place calls the object of an operation; "" when it can't
// be told, e.g. for `hits_.load()` "hits_", for `lock_guard lock(mutex_)` "mutex_".
std::string object_named_at(const std::string& line, int column, scheduler::Operation operation);

}  // namespace heddle::explore
