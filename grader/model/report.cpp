#include "model/report.hpp"

#include <algorithm>

namespace heddle::model {

bool is_full(const ExerciseReport& report) {
    return report.graded && !report.build &&
           std::all_of(report.cases.begin(), report.cases.end(),
                       [](const CaseReport& c) { return c.outcome == Outcome::passed; });
}

namespace {

// The outcome that hides the other; of equal ones the first that has a name.
bool explains_more(const Finding& a, const Finding& b) {
    if (a.outcome != b.outcome) return a.outcome > b.outcome;
    return !a.diagnosis.empty() && b.diagnosis.empty();
}

}  // namespace

const CaseReport* main_case(const ExerciseReport& report) {
    if (report.build) return nullptr;
    const CaseReport* chosen = nullptr;
    for (const CaseReport& candidate : report.cases) {
        if (!candidate.finding) continue;
        if (chosen == nullptr || explains_more(*candidate.finding, *chosen->finding)) {
            chosen = &candidate;
        }
    }
    return chosen;
}

const Finding* main_finding(const ExerciseReport& report) {
    if (report.build) return &*report.build;
    const CaseReport* chosen = main_case(report);
    return chosen == nullptr ? nullptr : &*chosen->finding;
}

}  // namespace heddle::model
