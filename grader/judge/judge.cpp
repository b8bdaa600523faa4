#include "judge/judge.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "judge/lifecycle.hpp"
#include "judge/outcome.hpp"
#include "judge/rules.hpp"
#include "judge/view.hpp"

namespace heddle::judge {
namespace {

// A rule that holds, and what it found.
struct Verdict {
    const Rule* rule = nullptr;
    Match match;
};

// What trusted code says under a name that the table doesn't have yet.
constexpr Rule named_by_tests = {
    "", "the tests' own words", "", nullptr,
    "What does this part promise, and where does it break the promise?"};

Verdict first_that_holds(const View& view) {
    const auto named = reported(view);
    for (const Rule& rule : rules()) {
        if (rule.predicate == nullptr) {
            if (named && named->id == rule.id) return {&rule, named->match};
        } else if (const auto match = rule.predicate(view)) {
            return {&rule, *match};
        }
    }
    HEDDLE_ASSERT(named.has_value());
    return {&named_by_tests, named->match};
}

// Hunt's schedule shows the values as well.
const Failed& shown_for(const View& view, const Match& match) {
    const Failed* const hunt = view.hunt();
    return hunt != nullptr ? *hunt : *match.failed;
}

// ThreadSanitizer sees that two accesses race, a schedule of hunt what they do.
const explore::Observation& seen_in(const View& view, const Failed& shown) {
    const auto& usual = view.evidence.usual;
    const bool has_seen_all = has_accesses(shown.observation);
    const bool is_race = shown.failure.ending == scheduler::Ending::data_race;
    return is_race && usual && !has_seen_all ? *usual : shown.observation;
}

// Nothing to see where none of the student's code ran. Why something is slow is told by who waits,
// and not by what is loaded or stored.
std::optional<model::Trace> picture_of(const explore::Observation& seen, model::Outcome outcome) {
    const bool is_theirs = std::any_of(seen.steps.begin(), seen.steps.end(),
                                       [](const auto& step) { return step.place.has_value(); });
    if (!is_theirs) return std::nullopt;
    const bool is_slow = outcome == model::Outcome::too_slow;
    return explore::trace_of(
        seen, is_slow ? explore::Accesses::hidden_with_atomics : explore::Accesses::shown);
}

}  // namespace

model::Finding judge(const CaseEvidence& evidence, const explore::Sources& sources) {
    HEDDLE_ASSERT(!evidence.failures.empty());
    const View view(evidence, sources);
    const auto [rule, match] = first_that_holds(view);
    const explore::Failure& failure = match.failed->failure;

    model::Finding finding;
    finding.outcome = rule->outcome.value_or(outcome_of(failure.ending));
    finding.diagnosis = rule->id;
    if (rule == &named_by_tests) finding.diagnosis = reported(view)->id;
    finding.message = match.message;
    finding.question = rule->question;
    if (match.where) finding.where = match.where->line;
    const Failed& shown = shown_for(view, match);
    finding.flavour = shown.observation.flavour;
    finding.schedule = shown.failure.schedule;
    finding.strategy = shown.failure.strategy;
    finding.choices = explore::to_text(shown.failure.replay);
    finding.trace = picture_of(seen_in(view, shown), finding.outcome);
    return finding;
}

}  // namespace heddle::judge
