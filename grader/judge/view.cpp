#include "judge/view.hpp"

#include <algorithm>

namespace heddle::judge {
namespace {

using explore::Observation;
using scheduler::Ending;

void add_races(std::vector<Race>& races, const Observation& observation) {
    if (!has_accesses(observation)) return;
    const auto found = races_in(observation);
    races.insert(races.end(), found.begin(), found.end());
}

}  // namespace

View::View(const CaseEvidence& given, const explore::Sources& text)
    : evidence(given), sources(text) {
    const Failed* const report = ended(Ending::data_race);
    if (report == nullptr) return;
    std::vector<Race> seen;
    if (evidence.usual) add_races(seen, *evidence.usual);
    if (const Failed* const failed = hunt()) add_races(seen, failed->observation);
    add_races(seen, report->observation);
    races = races_reported(seen, report->observation);
}

const Failed* View::ended(Ending ending) const {
    const auto found =
        std::find_if(evidence.failures.begin(), evidence.failures.end(),
                     [&](const Failed& failed) { return failed.failure.ending == ending; });
    return found == evidence.failures.end() ? nullptr : &*found;
}

const Failed* View::hunt() const {
    const auto found =
        std::find_if(evidence.failures.begin(), evidence.failures.end(), [](const Failed& failed) {
            return failed.observation.flavour == model::Flavour::hunt &&
                   failed.failure.ending != Ending::data_race;
        });
    return found == evidence.failures.end() ? nullptr : &*found;
}

bool has_accesses(const Observation& observation) {
    return observation.flavour == model::Flavour::hunt;
}

const explore::ObservedStep* creation_of(const Observation& observation,
                                         scheduler::ThreadId thread) {
    const auto creates = [thread](const explore::ObservedStep& step) {
        return step.raw.operation == scheduler::Operation::create && step.raw.has_value &&
               step.raw.value == thread;
    };
    const auto found = std::find_if(observation.steps.begin(), observation.steps.end(), creates);
    return found == observation.steps.end() ? nullptr : &*found;
}

}  // namespace heddle::judge
