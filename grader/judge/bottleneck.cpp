#include "judge/bottleneck.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "judge/lifecycle.hpp"
#include "judge/words.hpp"

namespace heddle::judge {
namespace {

using scheduler::Operation;

bool takes_a_lock(Operation operation) {
    return operation == Operation::lock || operation == Operation::try_lock ||
           operation == Operation::lock_shared || operation == Operation::try_lock_shared;
}

// What a thread holds may also be the first initialisation of something: std::async is made of
// that.
bool is_a_lock(const explore::Observation& seen, scheduler::ObjectId held) {
    return std::ranges::any_of(seen.steps, [&](const explore::ObservedStep& step) {
        return step.raw.object == held && takes_a_lock(step.raw.operation);
    });
}

bool waits_under_a_lock(const explore::Observation& seen, const explore::ObservedStep& step) {
    const auto held = std::span(step.raw.held).first(step.raw.held_count);
    return step.raw.operation == Operation::io && step.place &&
           std::ranges::any_of(held, [&](auto object) { return is_a_lock(seen, object); });
}

}  // namespace

std::optional<Match> is_lock_over_io(const View& view) {
    const auto named = reported(view);
    if (!named || named->id != "lock-over-io") return std::nullopt;
    const explore::Observation& seen = named->match.failed->observation;
    const auto step = std::ranges::find_if(
        seen.steps, [&](const auto& each) { return waits_under_a_lock(seen, each); });
    if (step == seen.steps.end()) return std::nullopt;
    return Match{
        named->match.failed,
        fmt::format("{} waits for its device {} ({}): {}", thread_name(seen, step->raw.thread),
                    locks_held(seen, *step), location(seen, step->place), named->match.message),
        step->place};
}

}  // namespace heddle::judge
