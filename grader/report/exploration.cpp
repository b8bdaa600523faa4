#include "report/exploration.hpp"

#include <fmt/format.h>

#include "report/failure.hpp"
#include "report/json_parts.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using session::Exploration;

void write_build_error(Page& page, const model::Finding& error) {
    write_message(page, {"✗", Style::bad, error.message, error.where});
    page.paragraph(error.question, 0, Style::plain, 4);
}

void write_nothing_found(Page& page, const model::CaseReport& result) {
    page.line().add("✓ ", Style::good).add(passed(result));
}

Json finding_json(const model::Finding& finding) {
    return {
        {"outcome", name(finding.outcome)},
        {"diagnosis", text_or_null(finding.diagnosis)},
        {"message", finding.message},
        {"where", where_or_null(finding.where)},
        {"flavour", name(finding.flavour)},
        {"schedule", finding.schedule},
        {"strategy", text_or_null(finding.strategy)},
        {"choices", text_or_null(finding.choices)},
        {"trace", finding.trace ? trace_json(*finding.trace) : Json(nullptr)},
    };
}

}  // namespace

void write_exploration(Page& page, const Exploration& exploration, std::string_view again) {
    const model::CaseReport& result = exploration.result;
    if (exploration.build) {
        write_build_error(page, *exploration.build);
    } else if (result.finding) {
        write_finding(page, result, again);
    } else {
        write_nothing_found(page, result);
    }
    write_notes(page, exploration.observations);
    page.line(fmt::format("{}; seed {}", exploration.toolchain, exploration.seed), Style::quiet);
}

std::string to_json(const Exploration& exploration) {
    const model::CaseReport& result = exploration.result;
    const auto& finding = exploration.build ? exploration.build : result.finding;
    return dump({
        {"schema", "heddle.explore/1"},
        {"program", exploration.program},
        {"toolchain", exploration.toolchain},
        {"seed", exploration.seed},
        {"schedules", schedules_json(result.schedules)},
        {"verified", result.verification.has_value()},
        {"verification", verification_or_null(result.verification)},
        {"virtual_ms", result.virtual_time.count()},
        {"observations", observations_json(exploration.observations)},
        {"finding", finding ? finding_json(*finding) : Json(nullptr)},
    });
}

}  // namespace heddle::report
