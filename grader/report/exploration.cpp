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
    };
}

// The one that is shown first.
const model::Finding* main_finding(const Exploration& exploration) {
    const auto& finding = exploration.build ? exploration.build : exploration.result.finding;
    return finding ? &*finding : nullptr;
}

Json findings_json(const Exploration& exploration) {
    Json findings = Json::array();
    if (const auto* const main = main_finding(exploration)) findings.push_back(finding_json(*main));
    for (const model::Finding& other : exploration.others)
        findings.push_back(finding_json(other));
    return findings;
}

void write_others(Page& page, const std::vector<model::Finding>& others) {
    for (const model::Finding& other : others) {
        const std::string words = fmt::format("{} ({}, schedule {})", other.message,
                                              model::name(other.flavour), other.schedule);
        write_message(page, {"Also:", Style::plain, words, other.where});
    }
}

}  // namespace

void write_exploration(Page& page, const Exploration& exploration, std::string_view again) {
    const model::CaseReport& result = exploration.result;
    if (exploration.build) {
        write_build_error(page, *exploration.build);
    } else if (result.finding) {
        write_finding(page, result, again);
        write_others(page, exploration.others);
    } else {
        write_nothing_found(page, result);
    }
    write_notes(page, exploration.observations);
    page.line(fmt::format("{}; seed {}", exploration.toolchain, exploration.seed), Style::quiet);
}

std::string to_json(const Exploration& exploration) {
    const model::CaseReport& result = exploration.result;
    const auto& ran = result.schedules;
    const model::Finding* const main = main_finding(exploration);
    return dump({
        {"schema", "heddle.explore/1"},
        {"program", exploration.program},
        {"toolchain", exploration.toolchain},
        {"seed", exploration.seed},
        {"found", main != nullptr},
        {"outcome", name(exploration.build ? model::Outcome::build_error : exploration.outcome)},
        {"flavour", main ? Json(name(main->flavour)) : Json(nullptr)},
        {"schedule", main ? Json(main->schedule) : Json(nullptr)},
        {"strategy", main ? text_or_null(main->strategy) : Json(nullptr)},
        {"schedules", ran.hunt + ran.tsan + ran.asan},
        {"by_flavour", schedules_json(ran)},
        {"verified", result.verification.has_value()},
        {"verification", verification_or_null(result.verification)},
        {"virtual_ms", result.virtual_time.count()},
        {"observations", observations_json(exploration.observations)},
        {"choices", main ? text_or_null(main->choices) : Json(nullptr)},
        {"findings", findings_json(exploration)},
        {"trace", main && main->trace ? trace_json(*main->trace) : Json(nullptr)},
    });
}

}  // namespace heddle::report
