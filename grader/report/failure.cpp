#include "report/failure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "report/columns.hpp"
#include "report/picture.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

constexpr std::size_t most_heading_lines = 3;
constexpr std::size_t most_message_lines = 3;
constexpr std::size_t most_block_lines = 6;

bool is_shown(const model::Trace& trace, const Picture& picture, const model::SourceLine& where) {
    return std::any_of(picture.rows.begin(), picture.rows.end(), [&](const PictureRow& row) {
        return row.step && trace.steps[*row.step].where == where;
    });
}

// The finding's line, unless the picture shows it.
std::optional<model::SourceLine> line_beside_heading(const model::Finding& finding,
                                                     const Picture& picture) {
    if (!finding.where || !finding.trace) return finding.where;
    if (is_shown(*finding.trace, picture, *finding.where)) return std::nullopt;
    return finding.where;
}

// To the right of the last line, else below it.
void write_where(Page& page, const std::optional<model::SourceLine>& where) {
    if (!where) return;
    const std::size_t before = page.last().width();
    page.last().right(location(*where), Style::quiet);
    if (page.last().width() == before) page.line("  at " + location(*where), Style::quiet);
}

// "case: what happened" on one line where that fits, else one below the other.
void write_heading(Page& page, const model::CaseReport& failed,
                   const std::optional<model::SourceLine>& where) {
    const std::string message =
        failed.finding ? happened(*failed.finding) : std::string(words_for(failed.outcome));
    const std::string together = printable(failed.name + ": " + message, page.charset());
    if (width(together) + 2 <= page_columns && message.find('\n') == std::string::npos) {
        write_message(page, {"✗", Style::bad, together, where});
        return;
    }
    write_message(page, {"✗", Style::bad, failed.name, std::nullopt});
    const std::vector<std::string_view> lines = lines_of(message);
    const std::size_t most_each = lines.size() == 1 ? 5 : 3;
    for (std::size_t i = 0; i < std::min(lines.size(), most_message_lines); ++i) {
        page.paragraph(lines[i], 2, Style::plain, most_each);
    }
    write_where(page, where);
}

// The next line of a command that is longer, ended after a word where one ends nearby.
std::string_view command_line(std::string_view command) {
    constexpr std::size_t shortest = page_columns / 2;
    std::string_view line = start_of(command, page_columns - 1);
    if (line.size() == command.size()) return line;
    const std::size_t space = line.rfind(' ');
    if (space != std::string_view::npos && space > shortest) return line.substr(0, space + 1);
    while (line.ends_with('\\'))
        line.remove_suffix(1);
    return line;
}

// Broken as a shell joins it again: a backslash, and the rest from the first column.
void write_long_command(Page& page, std::string_view command) {
    while (!command.empty()) {
        const std::string_view line = command_line(command);
        if (line.empty()) return;
        command.remove_prefix(line.size());
        page.line(line, Style::strong).add(command.empty() ? "" : "\\");
    }
}

void write_block(Page& page, std::span<const std::string_view> lines) {
    for (const std::string_view line : lines.first(std::min(lines.size(), most_block_lines))) {
        const bool is_as_written = line.starts_with(' ') || line.starts_with('\t');
        if (is_as_written) {
            page.line().to(5).add(line);
        } else {
            page.paragraph(line, 5, Style::plain, 3);
        }
    }
}

bool is_failure(const model::CaseReport& one) {
    return one.outcome != model::Outcome::passed;
}

void write_case_line(Page& page, const model::CaseReport& failed) {
    Line& line = page.line().add("✗ ", Style::bad).add(failed.name).clip_to(52);
    const std::string id =
        failed.finding ? label(*failed.finding) : std::string(words_for(failed.outcome));
    line.to(54).add(id, Style::quiet).clip_to(72);
    if (failed.max_points > 0) line.right(fmt::format("{}/{}", failed.points, failed.max_points));
}

}  // namespace

void write_message(Page& page, const Message& message) {
    const std::vector<std::string_view> lines = lines_of(message.text);
    const std::size_t indent = width(printable(message.mark, page.charset())) + 1;
    const std::string heading = printable(lines.empty() ? "" : lines.front(), page.charset());
    const std::vector<std::string> wrapped = wrap(heading, page_columns - indent);
    page.line(message.mark, message.style);
    for (std::size_t i = 0; i < std::min(wrapped.size(), most_heading_lines); ++i) {
        if (i > 0) page.line();
        page.last().to(indent).add(wrapped[i], i == 0 ? Style::strong : Style::plain);
    }
    write_where(page, message.where);
    if (lines.size() > 1) write_block(page, std::span(lines).subspan(1));
}

void write_notes(Page& page, const std::vector<model::Observation>& observations) {
    for (const model::Observation& seen : observations)
        write_message(page, {"Note:", Style::plain, seen.message, std::nullopt});
}

void write_command(Page& page, std::string_view lead, std::string_view command) {
    const std::string clean = printable(command, page.charset());
    page.line(lead);
    if (page.last().width() + 1 + width(clean) <= page_columns) {
        page.last().add(" ").add(clean, Style::strong);
    } else if (5 + width(clean) <= page_columns) {
        page.line().to(5).add(clean, Style::strong);
    } else {
        write_long_command(page, clean);
    }
}

void write_finding(Page& page, const model::CaseReport& failed, std::string_view again) {
    if (!failed.finding) return write_heading(page, failed, std::nullopt);
    const model::Finding& finding = *failed.finding;
    const Picture picture = picture_of(finding);
    write_heading(page, failed, line_beside_heading(finding, picture));
    if (finding.trace) {
        write_columns(page, *finding.trace, picture);
        write_waits(page, *finding.trace);
    }
    page.paragraph(finding.question, 0, Style::plain, 4);
    const std::string found = found_in(finding);
    write_command(page, found.empty() ? "Again:" : found + " Again:", again);
}

void write_failure(Page& page, std::string_view exercise, const model::CaseReport& failed,
                   std::string_view same_options) {
    write_finding(page, failed, replay_command(exercise, failed.name, same_options));
}

void write_other_cases(Page& page, const model::ExerciseReport& report,
                       const model::CaseReport& shown) {
    constexpr std::size_t most = 4;
    std::size_t failed = 0;
    for (const model::CaseReport& one : report.cases) {
        if (!is_failure(one) || &one == &shown) continue;
        if (++failed == 1) page.line();
        if (failed <= most) write_case_line(page, one);
    }
    if (failed > most) page.line(fmt::format("✗ and {} more", failed - most), Style::bad);
}

void write_passed(Page& page, const model::ExerciseReport& report) {
    const auto failed = std::count_if(report.cases.begin(), report.cases.end(), is_failure);
    const auto passed = static_cast<long long>(report.cases.size()) - failed;
    if (passed > 0) page.line().add("✓ ", Style::good).add(count(passed, "case") + " passed.");
}

}  // namespace heddle::report
