#include "report/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "report/failure.hpp"
#include "report/terminal.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using model::ExerciseReport;

constexpr std::size_t score_column = 28;
constexpr std::size_t remark_column = 41;

struct Mark {
    std::string_view sign;
    Style style;
};

Mark mark_of(const ExerciseReport& report) {
    if (!report.graded) return {"!", Style::notice};
    if (model::is_full(report)) return {"✓", Style::good};
    if (report.outcome == model::Outcome::unfinished) return {"○", Style::notice};
    return {"✗", Style::bad};
}

template <class Predicate>
const ExerciseReport* first_where(const std::vector<ExerciseReport>& reports, Predicate matches) {
    const auto found = std::find_if(reports.begin(), reports.end(), matches);
    return found == reports.end() ? nullptr : &*found;
}

void write_totals(Page& page, const Totals& totals) {
    Line& line = page.line().to(score_column);
    const std::string sum = fmt::format("{}/{}", totals.score, totals.max_score);
    line.add(fmt::format("{:>10}", sum), Style::strong);
    line.to(remark_column).add("in " + count(totals.graded, "exercise"));
    if (totals.not_graded > 0)
        line.add(fmt::format(", {} not graded", totals.not_graded), Style::notice);
}

// The failure after the one that is shown.
void write_next(Page& page, const std::vector<ExerciseReport>& reports, const ExerciseReport* shown,
                std::string_view same_options) {
    const auto* const next = first_where(reports, [shown](const ExerciseReport& report) {
        return has_failed(report) && &report > shown;
    });
    if (next != nullptr) write_command(page, "Then:", check_command(next->exercise, same_options));
}

// "verified", "verified in 2 of 3 cases"; "" where none was.
std::string verified_part(const ExerciseReport& report) {
    const auto all = static_cast<long long>(report.cases.size());
    const auto some = std::ranges::count_if(
        report.cases, [](const model::CaseReport& one) { return one.verification.has_value(); });
    if (some == 0) return "";
    return some == all ? "verified" : fmt::format("verified in {} of {}", some, count(all, "case"));
}

}  // namespace

Totals totals_of(const std::vector<ExerciseReport>& reports) {
    Totals totals;
    for (const ExerciseReport& report : reports) {
        if (!report.graded) {
            ++totals.not_graded;
            continue;
        }
        ++totals.graded;
        totals.score += report.score;
        totals.max_score += report.max_score;
    }
    return totals;
}

std::string remark(const ExerciseReport& report) {
    if (!report.graded) return report.reason;
    const model::Finding* const finding = model::main_finding(report);
    if (finding != nullptr) return label(*finding);
    if (!model::is_full(report)) return std::string(words_for(report.outcome));
    return verified_part(report);
}

bool has_failed(const ExerciseReport& report) {
    return report.graded && !model::is_full(report) && report.outcome != model::Outcome::unfinished;
}

void write_summary_line(Page& page, const ExerciseReport& report) {
    const Mark mark = mark_of(report);
    Line& line = page.line().add(mark.sign, mark.style);
    line.to(3).add(headline(report.exercise)).clip_to(26);
    line.to(score_column).add(fmt::format("{:>10}", score(report)), mark.style);
    line.to(remark_column).add(remark(report), Style::quiet);
    const model::Finding* const finding = model::main_finding(report);
    if (finding != nullptr && finding->where) line.right(location(*finding->where), Style::quiet);
}

const ExerciseReport* report_to_show(const std::vector<ExerciseReport>& reports) {
    const auto* const missing =
        first_where(reports, [](const ExerciseReport& report) { return !report.graded; });
    if (missing != nullptr) return missing;
    const auto* const failed = first_where(reports, has_failed);
    if (failed != nullptr) return failed;
    return first_where(reports,
                       [](const ExerciseReport& report) { return !model::is_full(report); });
}

void write_summary(Page& page, const std::vector<ExerciseReport>& reports,
                   std::string_view same_options) {
    write_totals(page, totals_of(reports));
    const ExerciseReport* const shown = report_to_show(reports);
    if (shown == nullptr) return;
    page.line();
    write_exercise(page, *shown, same_options);
    write_next(page, reports, shown, same_options);
}

}  // namespace heddle::report
