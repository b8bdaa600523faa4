#include "report/listing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using session::ListRow;
using session::Progress;

constexpr std::size_t summary_column = 37;

std::string state_of(const ListRow& row) {
    if (row.max_score == 0) return row.progress == Progress::full ? "done" : "";
    if (row.score) return fmt::format("{}/{}", *row.score, row.max_score);
    return row.progress == Progress::begun ? "begun" : "";
}

void write_row(Page& page, const ListRow& row) {
    const bool is_full = row.progress == Progress::full;
    const bool is_begun = row.progress == Progress::begun;
    Line& line = page.line().to(2);
    line.add(is_full ? "✓" : is_begun ? "·" : " ", is_full ? Style::good : Style::notice);
    line.to(4).add(headline(row.exercise), is_full ? Style::plain : Style::strong).clip_to(21);
    line.to(22).add(fmt::format("{:>5}", state_of(row)), is_full ? Style::good : Style::notice);
    line.to(28).add(fmt::format("{:>3} min", row.minutes), Style::quiet);
    const std::vector<std::string> summary =
        wrap(printable(row.summary, page.charset()), page_columns - summary_column);
    for (std::size_t i = 0; i < std::min<std::size_t>(summary.size(), 2); ++i) {
        (i == 0 ? line : page.line()).to(summary_column).add(summary[i]);
    }
}

const ListRow* first_unfinished(const std::vector<ListRow>& rows) {
    const auto found = std::find_if(rows.begin(), rows.end(), [](const ListRow& row) {
        return row.progress != Progress::full;
    });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

void write_list(Page& page, const std::vector<ListRow>& rows) {
    std::optional<int> unit;
    for (const ListRow& row : rows) {
        if (unit != row.unit) page.line(fmt::format("Unit {}", row.unit), Style::strong);
        unit = row.unit;
        write_row(page, row);
    }
    page.line();
    write_next_step(page, rows);
}

void write_next_step(Page& page, const std::vector<ListRow>& rows) {
    const ListRow* const next = first_unfinished(rows);
    if (next == nullptr) {
        page.line("Every exercise is done.", Style::good);
        return;
    }
    page.line("Next: ").add(headline(next->exercise), Style::strong).add(", " + next->title);
    page.line("  read   ").add(next->task.string(), Style::strong);
    for (const std::filesystem::path& file : next->edit)
        page.line(file == next->edit.front() ? "  edit   " : "         ")
            .add(file.string(), Style::strong);
    page.line("  type   ").add("./heddle check " + number_of(next->exercise), Style::strong);
}

void write_welcome(Page& page, const std::vector<ListRow>& rows) {
    const bool is_new = std::all_of(rows.begin(), rows.end(), [](const ListRow& row) {
        return row.progress == Progress::untouched;
    });
    if (is_new) {
        page.line("Welcome to Heddle: write code with threads, and see how they cross.",
                  Style::strong);
        page.line();
    }
    write_next_step(page, rows);
    page.line();
    page.line("Also: ./heddle list, ./heddle hint NN, ./heddle --help", Style::quiet);
}

}  // namespace heddle::report
