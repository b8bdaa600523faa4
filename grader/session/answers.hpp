// What the commands beside check answer, as plain data ready for a writer.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalogue/edition.hpp"
#include "model/profile.hpp"
#include "model/report.hpp"

namespace heddle::session {

enum class Progress { untouched, begun, full };

// One exercise in `heddle list`, in the order of the course.
struct ListRow {
    std::string exercise;  // "10-lost-update"
    std::string title;
    std::string summary;
    int unit = 0;
    int minutes = 0;
    Progress progress = Progress::untouched;
    std::optional<int> score;  // of the last check of the student's own files
    int max_score = 0;
    std::filesystem::path task;               // the README, relative to the root
    std::vector<std::filesystem::path> edit;  // where the student has something to write, likewise
};

struct Hint {
    std::string exercise;
    int number = 0;  // 1-based
    int of = 0;
    std::string text;
};

struct Reset {
    std::string exercise;
    std::vector<std::string> files;  // put back to the skeleton; empty: they were untouched
    std::filesystem::path copy;      // where the student's own now lie; "" when nothing was changed
};

// One schedule, once more.
struct Replay {
    std::string exercise;
    model::CaseReport result;  // its trace holds every step
    // The lines of each file that the trace names, by the file's name in it.
    std::map<std::string, std::vector<std::string>> sources;
};

// One schedule, and where its time went.
struct ProfiledCase {
    std::string exercise;
    std::string case_name;
    model::Outcome outcome = model::Outcome::passed;
    model::Profile profile;
};

// What became of somebody's program under the scheduler.
struct Exploration {
    std::string program;    // its first file: "bug.c"
    std::string toolchain;  // "g++ 12.2.0"
    std::uint64_t seed = 0;
    std::optional<model::Finding> build;  // it doesn't compile: nothing was run
    model::CaseReport result;             // its finding, if a schedule failed; no points
    // How the schedule ended that the finding shows; the finding itself may be about its cause.
    model::Outcome outcome = model::Outcome::passed;
    // What else failed: as each flavour saw it, where it isn't what the finding says.
    std::vector<model::Finding> others;
    std::vector<model::Observation> observations;
    std::map<std::string, std::vector<std::string>> sources;  // as in a Replay
};

// How one kind of folder under tests/ fared.
struct SkeletonProof {
    model::Outcome expected = model::Outcome::unfinished;
    model::Outcome observed = model::Outcome::unfinished;
    bool builds = false;  // in every flavour
    bool unsolved = false;
};

struct RightProof {
    int n = 0;
    int full = 0;
};

struct WrongProof {
    int n = 0;
    int rejected = 0;
    int right_diagnosis = 0;
    std::map<std::string, int> by_layer;  // "hunt", "tsan", "asan", "build" → how many it caught
    std::vector<int>
        found_in;  // of each one's main finding, which schedule of its flavour shows it
};

struct ReplayProof {
    int n = 0;
    int equal = 0;
};

struct ExerciseProof {
    std::string exercise;
    SkeletonProof skeleton;
    RightProof right;  // the solution counts as one
    WrongProof wrong;
    ReplayProof replays;
    std::vector<std::string> failures;  // one sentence each, with the folder
};

// Which of the right and the wrong programs: all, or few that stand for all.
enum class Extent { all, sample };

struct CourseProof {
    Extent extent = Extent::all;
    std::vector<ExerciseProof> exercises;
    std::vector<std::string>
        failures;  // of the course as a whole: stray files, tables that disagree
};

// True when nothing failed.
inline bool holds(const CourseProof& proof) {
    for (const ExerciseProof& exercise : proof.exercises) {
        if (!exercise.failures.empty()) return false;
    }
    return proof.failures.empty();
}

struct ReleasedBranch {
    std::string name;
    std::string commit;  // its id: the same files have the same
    int files = 0;       // written for it
};

// An edition that was made.
struct Release {
    catalogue::Audience audience = catalogue::Audience::self_learner;
    std::filesystem::path folder;
    int exercises = 0;
    std::vector<ReleasedBranch> branches;  // "main" first
};

struct Version {
    std::string heddle;     // "0.1.0"
    std::string toolchain;  // "g++ 12.2.0"; "" where set-up left none that can be read
};

enum class Health { works, limited, missing };

// One line of `heddle doctor`.
struct Checkup {
    std::string what;  // "ThreadSanitizer"
    Health health = Health::works;
    std::string found;  // "g++ 12.2.0", or what is the matter
    std::string fix;    // a command or an instruction; "" when it works
};

}  // namespace heddle::session
