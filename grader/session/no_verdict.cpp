#include "session/no_verdict.hpp"

#include <string>

#include "judge/words.hpp"

namespace heddle::session {
namespace {

using explore::Observation;
using scheduler::Ending;

std::string place_of(const Observation& seen) {
    return seen.where ? seen.where->line.file + ":" + std::to_string(seen.where->line.line) : "";
}

// What the scheduler doesn't control makes no finding: nobody knows what it would have done.
base::Error uncontrolled(const Observation& seen) {
    return {
        std::string("the program does what isn't controlled here: ") + seen.summary.message.data(),
        place_of(seen), "What a schedule would do after it isn't known, so none is judged."};
}

base::Error out_of_memory(const Observation& seen) {
    return {std::string("the program ran out of memory: ") + seen.summary.message.data(),
            place_of(seen),
            "If it is meant to take so much: explore a smaller problem, with less data. If not: "
            "look for what is allocated there and never given back."};
}

base::Error without_end(const Observation& seen) {
    const bool is_time = seen.summary.ending == Ending::cpu_limit;
    return {is_time ? "a schedule took more processor time than the scheduler gives it"
                    : "a schedule was not over after " + judge::bound_reached(seen.summary),
            is_time ? "" : place_of(seen),  // where the processor's clock rang is chance
            "If the program is meant to end: explore a smaller problem, with fewer rounds or less "
            "data. If a loop waits for another thread, let it wait on a condition or an atomic."};
}

}  // namespace

base::Error did_not_repeat(const std::string& what) {
    return {what + " did not repeat", "",
            "Look for what differs from run to run though the schedule doesn't: memory that nobody "
            "wrote or whose owner is gone, addresses used as numbers, real time, the number of the "
            "process, the processor's own random numbers. If there is none of it, this is a bug of "
            "Heddle: please report it."};
}

std::optional<base::Error> no_verdict(const Observation& seen) {
    switch (seen.summary.ending) {
        case Ending::unsupported: return uncontrolled(seen);
        case Ending::memory_limit: return out_of_memory(seen);
        case Ending::step_limit:
        case Ending::cpu_limit: return without_end(seen);
        default: return std::nullopt;
    }
}

}  // namespace heddle::session
