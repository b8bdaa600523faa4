// What a check found, ready for any writer. Points, words and evidence are
// settled here; a writer adds layout only.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/outcome.hpp"
#include "model/trace.hpp"

namespace heddle::model {

// How many schedules were run in each flavour.
struct ScheduleCounts {
    int hunt = 0;
    int tsan = 0;
    int asan = 0;
};

// One root cause, with the schedule that shows it.
struct Finding {
    Outcome outcome = Outcome::passed;
    std::string diagnosis;  // an id of handouts' list, or "" where only the outcome is known
    std::string message;    // what happened, in one or two sentences
    std::string question;   // the next step, as one question
    std::optional<SourceLine> where;
    Flavour flavour = Flavour::hunt;
    int schedule = 0;      // 1-based index within its flavour; 0 where none applies
    std::string strategy;  // "in order", "random walk", …
    std::string choices;   // replays the schedule, see explore/choices.hpp; may be ""
    std::optional<Trace> trace;
};

// Whether threads that wait in a loop stepped back for others. What they would have done instead
// wasn't tried then.
enum class Fairness { unneeded, assumed };

// All schedules of a case passed, under sequential consistency, with timers that end only when
// nobody can run. Two that differ in the order of independent operations only count as one where
// there is no bound.
struct Verification {
    int schedules = 0;
    std::optional<int> preemption_bound;  // nothing: whatever the number of preemptions
    Fairness fairness = Fairness::unneeded;
};

struct CaseReport {
    std::string name;
    Visibility visibility = Visibility::hidden;
    int points = 0;
    int max_points = 0;
    Outcome outcome = Outcome::passed;
    std::optional<Finding> finding;  // nothing when it passed
    ScheduleCounts schedules;
    std::optional<Verification> verification;
    bool is_unsteady = false;                   // its schedule failed, and not the same way again
    std::chrono::milliseconds virtual_time{0};  // of the first schedule, or of the failing one
    std::optional<Trace> passing_trace;  // the round-robin schedule, for figures and first steps
};

struct Observation {
    std::string id;       // "cached", "weak-order", "not-checked", …
    std::string message;  // one sentence
};

struct ExerciseReport {
    std::string exercise;  // "10-lost-update"
    std::string title;
    std::string folder;  // of the files in the student's repository; "" where they are at its top
    bool graded = true;
    std::string reason;  // why not graded; "" when graded
    std::string hint;    // what to do about it; "" when graded
    int score = 0;
    int max_score = 0;
    Outcome outcome = Outcome::passed;
    std::optional<Finding> build;  // a build error or a forbidden construct: no case was run
    std::string jail = "none";
    std::string toolchain;
    std::string seed;  // hash of the seed, hexadecimal
    bool cached = false;
    std::vector<CaseReport> cases;
    std::vector<Observation> observations;
    std::chrono::milliseconds wall_time{0};
};

// True when the exercise earned full marks: graded, and every case passed.
bool is_full(const ExerciseReport& report);

// The finding to show first: the build error, else the one that explains most; null when none.
const Finding* main_finding(const ExerciseReport& report);

// The case that `main_finding` belongs to; null for a build error or none.
const CaseReport* main_case(const ExerciseReport& report);

}  // namespace heddle::model
