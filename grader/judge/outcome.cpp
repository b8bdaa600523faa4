#include "judge/outcome.hpp"

namespace heddle::judge {

using model::Outcome;
using scheduler::Ending;

Outcome outcome_of(Ending ending) {
    switch (ending) {
        case Ending::completed: return Outcome::passed;
        case Ending::failed_assertion: return Outcome::wrong_result;
        case Ending::unfinished: return Outcome::unfinished;
        case Ending::deadlock: return Outcome::deadlock;
        case Ending::livelock: return Outcome::livelock;
        case Ending::thread_leak: return Outcome::thread_leak;
        case Ending::data_race: return Outcome::data_race;
        case Ending::memory_error: return Outcome::memory_error;
        case Ending::undefined_behaviour: return Outcome::undefined_behaviour;
        case Ending::step_limit:
        case Ending::memory_limit:
        case Ending::cpu_limit: return Outcome::limit;
        default: return Outcome::crash;
    }
}

}  // namespace heddle::judge
