// What a run, a case or a whole exercise came to. Plain enumerations and their
// names in reports; no behaviour.
#pragma once

#include <optional>
#include <string_view>

namespace heddle::model {

// Ordered by how much each explains: when several are found, the later hides the earlier.
enum class Outcome {
    passed,
    wrong_result,
    too_slow,
    too_strong,
    thread_leak,
    livelock,
    deadlock,
    data_race,
    undefined_behaviour,
    memory_error,
    crash,
    limit,
    unfinished,
    forbidden,
    build_error,
};

// A way of building and running the same tests; see handouts/scheduler.md.
enum class Flavour { hunt, tsan, asan };

// How the student's objects are compiled. `hunt` and `tsan` share one mode.
enum class Mode { thread, address };

enum class Visibility { visible, hidden };

constexpr Mode mode_of(Flavour flavour) {
    return flavour == Flavour::asan ? Mode::address : Mode::thread;
}

// The word used in JSON and on the terminal, e.g. "wrong_result".
std::string_view name(Outcome outcome);
std::string_view name(Flavour flavour);
std::string_view name(Mode mode);
std::string_view name(Visibility visibility);

// The outcome of that name; nothing when there is none.
std::optional<Outcome> outcome_named(std::string_view word);

}  // namespace heddle::model
