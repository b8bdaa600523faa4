// What rules look at: the failures of one case, the student's text, and the
// questions that several rules ask of them. Cheap to make; lives as long as the
// evidence it refers to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "judge/judge.hpp"
#include "judge/race.hpp"

namespace heddle::judge {

// What a rule found: the failure that it explains, in words, and the line to look at first.
struct Match {
    const Failed* failed = nullptr;
    std::string message;
    std::optional<explore::Place> where;
};

struct View {
    const CaseEvidence& evidence;
    const explore::Sources& sources;
    std::vector<Race> races;  // of the datum that the report names; empty where there is none

    View(const CaseEvidence& evidence, const explore::Sources& sources);

    // The failure that ended so; null when none did.
    const Failed* ended(scheduler::Ending ending) const;

    // What failed in `hunt`, whose observation holds every access; null when hunt passed. A race
    // that it saw fails nothing.
    const Failed* hunt() const;

    // A failed assertion, in whichever flavour; null when none failed.
    const Failed* assertion() const { return ended(scheduler::Ending::failed_assertion); }
};

// True when the observation holds plain accesses as well.
bool has_accesses(const explore::Observation& observation);

// The step that created the thread; null for one that was there from the start.
const explore::ObservedStep* creation_of(const explore::Observation& observation,
                                         scheduler::ThreadId thread);

}  // namespace heddle::judge
