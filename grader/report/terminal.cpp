#include "report/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "report/columns.hpp"
#include "report/failure.hpp"
#include "report/picture.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using model::ExerciseReport;
using model::Outcome;

std::string headline_label(const ExerciseReport& report) {
    if (!report.graded) return "";
    const model::Finding* const finding = model::main_finding(report);
    return finding == nullptr ? "" : label(*finding);
}

void write_headline(Page& page, std::string_view exercise, std::string_view middle,
                    std::string_view right, Style style) {
    Line& line = page.line().add(headline(exercise), Style::strong).clip_to(40);
    line.add("   ").add(middle, style).right(right, style);
}

void write_not_graded(Page& page, const ExerciseReport& report) {
    write_message(page, {"!", Style::notice, report.reason, std::nullopt});
    page.paragraph(report.hint, 2, Style::plain, 6);
    page.line("  No points were given or taken.", Style::quiet);
}

void write_build_finding(Page& page, const ExerciseReport& report) {
    const model::Finding& finding = *report.build;
    write_message(page, {"✗", Style::bad, finding.message, finding.where});
    page.paragraph(finding.question, 0, Style::plain, 4);
}

void write_unfinished(Page& page, const ExerciseReport& report, const model::CaseReport& first,
                      std::string_view same_options) {
    const model::Finding& finding = *first.finding;
    const std::string message = finding.message.empty() ? "Still to be written." : finding.message;
    write_message(page, {"○", Style::notice, message, finding.where});
    write_passed(page, report);
    page.paragraph(finding.question, 0, Style::plain, 4);
    write_command(page, "Then:", check_command(report.exercise, same_options));
    write_command(page, "Stuck?", "./heddle hint " + number_of(report.exercise));
}

void write_schedules(Page& page, const ExerciseReport& report) {
    for (const std::string& sentence : verified(report))
        page.line(sentence);
    long long others = 0;
    for (const model::CaseReport& one : report.cases)
        others += one.verification ? 0 : schedules_of(one);
    if (others > 0) page.line("No failure in " + count(others, "schedule") + " (not a proof).");
}

// A first step without points is rewarded with its picture.
void write_reward(Page& page, const ExerciseReport& report) {
    if (report.max_score > 0) return;
    const auto shown =
        std::find_if(report.cases.begin(), report.cases.end(),
                     [](const model::CaseReport& one) { return one.passing_trace.has_value(); });
    if (shown != report.cases.end()) {
        write_columns(page, *shown->passing_trace,
                      condense(*shown->passing_trace, std::nullopt, {24}));
    }
}

void write_success(Page& page, const ExerciseReport& report) {
    const auto number = static_cast<long long>(report.cases.size());
    for (const model::CaseReport& one : report.cases) {
        if (number <= 4) page.line().add("✓ ", Style::good).add(one.name);
    }
    if (number > 4)
        page.line().add("✓ ", Style::good).add("All " + count(number, "case") + " passed.");
    write_reward(page, report);
    write_schedules(page, report);
}

void write_failed_case(Page& page, const ExerciseReport& report, const model::CaseReport& shown,
                       std::string_view same_options) {
    const bool is_unfinished = shown.outcome == Outcome::unfinished && shown.finding;
    if (is_unfinished) return write_unfinished(page, report, shown, same_options);
    write_failure(page, report.exercise, shown, same_options);
    write_other_cases(page, report, shown);
    write_passed(page, report);
}

// The case to show: the one with the main finding, else the first that failed.
const model::CaseReport* case_to_show(const ExerciseReport& report) {
    if (const model::CaseReport* const main = model::main_case(report)) return main;
    const auto failed =
        std::find_if(report.cases.begin(), report.cases.end(),
                     [](const model::CaseReport& one) { return one.outcome != Outcome::passed; });
    return failed == report.cases.end() ? nullptr : &*failed;
}

void write_footer(Page& page, const ExerciseReport& report) {
    write_notes(page, report.observations);
    if (!report.graded) return;
    page.line(fmt::format("{}; seed {}; jail {}; {}{}", report.toolchain, report.seed.substr(0, 8),
                          report.jail, duration(report.wall_time),
                          report.cached ? "; unchanged, so not run again" : ""),
              Style::quiet);
}

Style headline_style(const ExerciseReport& report) {
    if (!report.graded || report.outcome == Outcome::unfinished) return Style::notice;
    return model::is_full(report) ? Style::good : Style::bad;
}

}  // namespace

void write_body(Page& page, const ExerciseReport& report, std::string_view same_options) {
    if (!report.graded) return write_not_graded(page, report);
    if (report.build) return write_build_finding(page, report);
    const model::CaseReport* const shown = case_to_show(report);
    if (shown == nullptr) return write_success(page, report);
    write_failed_case(page, report, *shown, same_options);
}

void write_exercise(Page& page, const ExerciseReport& report, std::string_view same_options) {
    const std::string right = model::is_full(report) ? "✓" : headline_label(report);
    write_headline(page, report.exercise, score(report), right, headline_style(report));
    write_body(page, report, same_options);
    write_footer(page, report);
}

void write_early_finding(Page& page, std::string_view exercise, const model::CaseReport& failed,
                         std::string_view same_options) {
    const std::string right = failed.finding ? label(*failed.finding) : "";
    write_headline(page, exercise, "checking …", right, Style::notice);
    write_failure(page, exercise, failed, same_options);
}

}  // namespace heddle::report
