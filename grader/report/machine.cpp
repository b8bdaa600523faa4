#include "report/machine.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using model::OnCores;
using model::Profile;

struct Column {
    std::string_view heading;
    std::size_t width;
};

constexpr std::size_t first_width = 12;
constexpr std::array<Column, 5> core_columns = {
    {{"makespan", 11}, {"speedup", 11}, {"idle", 11}, {"at once", 11}, {"threads", 11}}};

constexpr std::size_t object_width = 34;
constexpr std::array<Column, 3> line_columns = {
    {{"transferred", 13}, {"fetched", 11}, {"lines", 11}}};
constexpr std::size_t most_groups = 6;

template <std::size_t count>
void write_headings(Page& page, std::string_view first, std::size_t width,
                    const std::array<Column, count>& columns) {
    page.line(first, Style::quiet).to(width);
    for (const Column& column : columns)
        page.last().add(fmt::format("{:>{}}", column.heading, column.width), Style::quiet);
}

template <std::size_t count>
void write_row(Page& page, std::string_view first, std::size_t width,
               const std::array<Column, count>& columns,
               const std::array<std::string, count>& cells) {
    page.line(clip(printable(first, page.charset()), width - 1, page.charset()), Style::strong)
        .to(width);
    for (std::size_t i = 0; i < count; ++i)
        page.last().add(fmt::format("{:>{}}", cells[i], columns[i].width));
}

// Whole milliseconds: reading a clock costs a little too, and means nothing.
std::string milliseconds(std::chrono::nanoseconds time) {
    return duration(std::chrono::duration_cast<std::chrono::milliseconds>(time));
}

bool makes_no_difference(const Profile& profile) {
    const auto& first = profile.on_cores.front();
    return std::ranges::all_of(profile.on_cores, [&](const OnCores& on) {
        return on.at_once == 0 && on.makespan == first.makespan;
    });
}

void write_core_row(Page& page, const Profile& profile, const OnCores& on, model::Outcome usual) {
    const double gain = model::speedup(profile, on);
    const std::string idle =
        on.cores == 0 ? "-" : fmt::format("{} %", std::lround(100 * model::idle_share(on)));
    write_row(page, on.cores == 0 ? "one each" : std::to_string(on.cores), first_width,
              core_columns,
              {milliseconds(on.makespan), gain == 0 ? "-" : fmt::format("{:.2f}", gain), idle,
               std::to_string(on.at_once), std::to_string(on.threads_started)});
    if (on.outcome != usual) page.last().add(" *");
}

void write_remarks(Page& page, const Profile& profile, model::Outcome usual) {
    const auto other = std::ranges::find_if(profile.on_cores,
                                            [&](const OnCores& on) { return on.outcome != usual; });
    if (other != profile.on_cores.end()) {
        page.paragraph(fmt::format("* There it ends in: {}. The row says what happened until then.",
                                   words_for(other->outcome)),
                       0, Style::notice);
    }
    const int enough = model::enough_cores(profile);
    if (enough == 0) return;
    page.paragraph(
        fmt::format("Never more than {} at once: with {} the machine is as fast as it "
                    "gets for this program. It computes for {} in all.",
                    count(enough, "thread") + (enough == 1 ? " computes" : " compute"),
                    count(enough, "core"), milliseconds(profile.on_cores.back().busy)));
}

}  // namespace

void write_cores(Page& page, const Profile& profile) {
    if (profile.on_cores.empty()) return;
    page.line();
    if (makes_no_difference(profile)) {
        page.line("Nobody computes: it takes as long on any number of cores.");
        return;
    }
    const model::Outcome usual = profile.on_cores.back().outcome;
    write_headings(page, "cores", first_width, core_columns);
    for (const OnCores& on : profile.on_cores)
        write_core_row(page, profile, on, usual);
    write_remarks(page, profile, usual);
}

void write_lines(Page& page, const model::LineProfile& lines) {
    if (lines.line_bytes == 0) return;
    page.line();
    const std::string heading = fmt::format("lines of {} bytes", lines.line_bytes);
    write_headings(page, heading, object_width, line_columns);
    int all = 0;
    for (const model::LineGroup& group : lines.groups)
        all += group.lines;
    write_row(
        page, "all", object_width, line_columns,
        {std::to_string(lines.transferred), std::to_string(lines.fetched), std::to_string(all)});
    const std::size_t shown = std::min(lines.groups.size(), most_groups);
    for (std::size_t i = 0; i < shown; ++i) {
        const model::LineGroup& group = lines.groups[i];
        write_row(page, group.objects.empty() ? "(not in your lines)" : group.objects, object_width,
                  line_columns,
                  {std::to_string(group.transferred), std::to_string(group.fetched),
                   std::to_string(group.lines)});
    }
    if (shown < lines.groups.size()) {
        page.line(fmt::format("… and {} more", lines.groups.size() - shown), Style::quiet);
    }
}

}  // namespace heddle::report
