#include "judge/bottleneck.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "judge/lifecycle.hpp"
#include "judge/words.hpp"

namespace heddle::judge {
namespace {

bool waits_under_a_lock(const explore::ObservedStep& step) {
    return step.raw.operation == scheduler::Operation::io && step.raw.held_count > 0 && step.place;
}

}  // namespace

std::optional<Match> is_lock_over_io(const View& view) {
    const auto named = reported(view);
    if (!named || named->id != "lock-over-io") return std::nullopt;
    const explore::Observation& seen = named->match.failed->observation;
    const auto step = std::ranges::find_if(seen.steps, waits_under_a_lock);
    if (step == seen.steps.end()) return std::nullopt;
    return Match{
        named->match.failed,
        fmt::format("{} waits for its device {} ({}): {}", thread_name(seen, step->raw.thread),
                    locks_held(seen, *step), location(step->place), named->match.message),
        step->place};
}

}  // namespace heddle::judge
