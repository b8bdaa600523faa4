// Each command as one call, from what was asked to plain data. The words belong to report/, the
// arguments to cli/. Every call blocks; a process makes one at a time, and several processes may
// share a tree. An Error means that the call could not be carried out at all, or that
// process/interrupt.hpp saw Ctrl-C: children are then gone and files whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "model/report.hpp"
#include "session/answers.hpp"
#include "session/listener.hpp"

namespace heddle::session {

struct Place {
    std::filesystem::path root;   // holds course.toml; may be read-only
    std::filesystem::path build;  // made by CMake; state and cache live here too
    std::string compiler = {};    // by name or whole path; "" for the one that set-up chose
};

enum class Breadth { touched, all };
enum class Files { own, solutions };
enum class Tests { all, visible };
enum class Budget { usual, thorough };

// An exercise may be named "10", "lost-update" or "10-lost-update".
struct Options {
    std::vector<std::string> exercises;  // empty: `breadth` decides
    Breadth breadth = Breadth::touched;
    Files files = Files::own;
    std::optional<std::filesystem::path>
        submission;  // files of one exercise, or folders by exercise
    Tests tests = Tests::all;
    Budget budget = Budget::usual;
    std::optional<std::uint64_t> seed;
};

// One report for each exercise, in the order of the course or of their names in `options`; none
// when nothing has been touched yet. An exercise that can't be graded is a report that says so, not
// an Error.
base::Expected<std::vector<model::ExerciseReport>> check(const Place& place, const Options& options,
                                                         Listener& listener);

base::Expected<std::vector<ListRow>> list(const Place& place);

// The next hint of the exercise: each call one closer, the last again and again.
base::Expected<Hint> hint(const Place& place, std::string_view exercise);

base::Expected<Reset> reset(const Place& place, std::string_view exercise);

// From the student's files to the solution, as `diff -u` prints it; "" when they are the same.
base::Expected<std::string> solution(const Place& place, std::string_view exercise);

struct ReplayRequest {
    std::string exercise;
    std::string case_name;  // "" for the one that the last check showed first
    std::optional<std::filesystem::path> submission;
    Tests tests = Tests::all;  // these three as the check had them
    Budget budget = Budget::usual;
    std::optional<std::uint64_t> seed;
};

// Without any of the options it is about the student's own files as they were checked last,
// whatever that check was told.
base::Expected<Replay> replay(const Place& place, const ReplayRequest& request);

struct ProfileRequest {
    std::string exercise;
    std::string case_name;  // "" for the first visible one
    Files files = Files::own;
    std::optional<std::filesystem::path> submission;
};

// The case's round-robin schedule, and where its virtual time went. An Error where the files don't
// compile.
base::Expected<ProfiledCase> profile(const Place& place, const ProfileRequest& request);

struct ExploreRequest {
    std::vector<std::filesystem::path> files;  // of one program, in C or C++
    std::vector<std::string> flags;            // for the compiler, after our own
    std::vector<std::string> arguments;        // for main
    std::optional<int> schedules;              // nothing: the usual number
    std::uint64_t seed = 0;
    std::optional<std::string> strategy;  // by its name in reports; nothing: all in turns
    std::optional<std::string> choices;   // one schedule alone, as a finding gives it or in a file
};

// Runs somebody's program under the scheduler until a schedule fails or all have been run. An Error
// where it can't be explored: among other things when it does what the scheduler doesn't control.
base::Expected<Exploration> explore(const Place& place, const ExploreRequest& request);

base::Expected<CourseProof> verify(const Place& place, const std::vector<std::string>& exercises,
                                   Extent extent, VerifyListener& listener);

// Writes an edition into `folder`, which must be empty or new, as a git repository. On an Error
// nothing is left there.
base::Expected<Release> release(const Place& place, catalogue::Audience audience,
                                const std::filesystem::path& folder);

Version version(const Place& place);

std::vector<Checkup> doctor(const Place& place);

}  // namespace heddle::session
