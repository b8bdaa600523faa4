#include "report/markdown.hpp"

#include <fmt/ranges.h>

#include <algorithm>

#include "report/page.hpp"
#include "report/summary.hpp"
#include "report/terminal.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using model::ExerciseReport;

// As it is, whatever it holds: CommonMark takes a backslash before any punctuation of ASCII.
std::string escaped(std::string_view text) {
    constexpr std::string_view special = "!\"#$%&*+:;<=>?@[\\]^_`{|}~";
    std::string result;
    for (const char byte : printable(text, Charset::utf8)) {
        if (special.find(byte) != std::string_view::npos) result += '\\';
        result += byte;
    }
    return result;
}

std::size_t longest_run(std::string_view text, char letter) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char byte : text) {
        run = byte == letter ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

// Only a fence as long as its own ends a block.
std::string fenced(std::string_view text) {
    const std::string fence(std::max<std::size_t>(3, longest_run(text, '`') + 1), '`');
    return fmt::format("{}text\n{}{}\n", fence, text, fence);
}

std::string title(const std::vector<ExerciseReport>& reports) {
    const Totals totals = totals_of(reports);
    std::string text = fmt::format("### Heddle: {}/{} in {}", totals.score, totals.max_score,
                                   count(totals.graded, "exercise"));
    if (totals.not_graded > 0) text += fmt::format(", {} not graded", totals.not_graded);
    return text + "\n\n";
}

// What stands beside the points.
std::string result_of(const ExerciseReport& report) {
    if (!report.graded) return "";
    if (!model::is_full(report)) return remark(report);
    return fmt::format("{}", fmt::join(verified(report), " "));
}

std::string table(const std::vector<ExerciseReport>& reports) {
    std::string text = "| exercise | points | result |\n|---|---:|---|\n";
    for (const ExerciseReport& report : reports) {
        text += fmt::format("| {} | {} | {} |\n", escaped(headline(report.exercise)), score(report),
                            escaped(result_of(report)));
    }
    return text;
}

std::string section(const ExerciseReport& report, std::string_view same_options) {
    Page page(Look{});
    write_body(page, report, same_options);
    const std::string what = report.graded ? remark(report) : "not graded";
    return fmt::format("\n#### {}: {}\n\n{}", escaped(headline(report.exercise)), escaped(what),
                       fenced(page.text()));
}

}  // namespace

std::string to_markdown(const std::vector<ExerciseReport>& reports, std::size_t room,
                        std::string_view same_options) {
    constexpr std::size_t note_bytes = 100;
    std::string text = title(reports) + table(reports);
    if (text.size() + note_bytes > room) return "";
    long long left_out = 0;
    for (const ExerciseReport& report : reports) {
        if (report.graded && !has_failed(report)) continue;
        const std::string next = section(report, same_options);
        const bool fits = left_out == 0 && text.size() + next.size() + note_bytes <= room;
        if (fits) {
            text += next;
        } else {
            ++left_out;
        }
    }
    if (left_out > 0)
        text += fmt::format("\nNo room here for {} more; the log has them.\n",
                            count(left_out, "exercise"));
    return text;
}

}  // namespace heddle::report
