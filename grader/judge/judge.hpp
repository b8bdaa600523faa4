// From what was seen to what it is called. A diagnosis is a finding of the
// running program first; source text may refine it into a more exact name,
// never cause one. The table of rules is in rules.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "explore/observation.hpp"
#include "explore/search.hpp"
#include "model/report.hpp"

namespace heddle::judge {

// A failing schedule, and the same looked at closely.
struct Failed {
    explore::Failure failure;
    explore::Observation observation;
};

// All that is known of a case that failed: at most one failure a flavour, in the order hunt, tsan,
// asan; at least one. Where ThreadSanitizer can't speak, a race that hunt saw takes its place.
struct CaseEvidence {
    std::string name;
    std::vector<Failed> failures;
    // A round-robin schedule in `hunt`, with accesses; there whenever nothing failed in hunt.
    std::optional<explore::Observation> usual;
};

// The one finding that explains the case best, with words, place and trace. The trace is that of
// `hunt` where hunt failed too, since it shows the values.
model::Finding judge(const CaseEvidence& evidence, const explore::Sources& sources);

}  // namespace heddle::judge
