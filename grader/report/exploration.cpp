#include "report/exploration.hpp"

#include <fmt/format.h>

#include <algorithm>

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

// The cause, where one explains another.
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

bool is_standstill(model::Outcome outcome) {
    return outcome == model::Outcome::deadlock || outcome == model::Outcome::livelock ||
           outcome == model::Outcome::thread_leak;
}

// How the schedule ended that is shown, where the main finding is about something else.
const model::Finding* symptom_of(const Exploration& exploration) {
    const model::Finding& main = *main_finding(exploration);
    if (exploration.build || main.outcome == exploration.outcome) return nullptr;
    const auto found =
        std::ranges::find(exploration.others, exploration.outcome, &model::Finding::outcome);
    return found == exploration.others.end() ? nullptr : &*found;
}

void write_other(Page& page, const model::Finding& other, const model::Finding& shown) {
    const bool is_same = other.flavour == shown.flavour && other.schedule == shown.schedule;
    const std::string place =
        is_same ? ""
                : fmt::format(" ({}, schedule {})", model::name(other.flavour), other.schedule);
    write_message(page, {"Also:", Style::plain, other.message + place, other.where});
}

void write_others(Page& page, const Exploration& exploration, const model::Finding& shown) {
    const model::Finding* const symptom = symptom_of(exploration);
    const model::Finding& main = *main_finding(exploration);
    if (main.outcome != shown.outcome) write_other(page, main, shown);
    for (const model::Finding& other : exploration.others)
        if (&other != symptom) write_other(page, other, shown);
}

}  // namespace

model::Finding shown_finding(const Exploration& exploration) {
    model::Finding shown = *main_finding(exploration);
    const model::Finding* const symptom = symptom_of(exploration);
    if (symptom == nullptr) return shown;
    if (is_standstill(symptom->outcome)) return *symptom;
    shown.message = symptom->message.substr(0, symptom->message.find('\n')) + "\n" + shown.message;
    return shown;
}

void write_exploration(Page& page, const Exploration& exploration, std::string_view again) {
    const model::CaseReport& result = exploration.result;
    if (exploration.build) {
        write_build_error(page, *exploration.build);
    } else if (result.finding) {
        model::CaseReport told = result;
        told.finding = shown_finding(exploration);
        write_finding(page, told, again);
        write_others(page, exploration, *told.finding);
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
