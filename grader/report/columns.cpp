#include "report/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

constexpr std::size_t narrowest_column = 14;
constexpr std::size_t widest_column = 28;
constexpr std::size_t widest_location = 28;
constexpr std::size_t gap = 2;

// Where things stand; all in columns.
struct Layout {
    std::size_t margin = 5;
    std::size_t pitch = 0;      // from one thread's column to the next; 0: names on each row
    std::size_t operation = 0;  // width of the longest operation, so that objects line up
    std::size_t location = 0;   // width of the longest source line
    bool shows_time = false;
};

const model::TraceStep* step_of(const model::Trace& trace, const PictureRow& row) {
    return row.step ? &trace.steps[*row.step] : nullptr;
}

Layout layout_of(const model::Trace& trace, const Picture& picture, Charset charset) {
    Layout layout;
    layout.shows_time = passes_time(trace, picture);
    if (layout.shows_time) layout.margin = 9;
    for (const PictureRow& row : picture.rows) {
        const model::TraceStep* const step = step_of(trace, row);
        if (step == nullptr) continue;
        layout.operation = std::max(layout.operation, width(printable(step->operation, charset)));
        if (!step->where) continue;
        const std::size_t wanted = width(printable(location(*step->where), charset));
        layout.location = std::max(layout.location, std::min(wanted, widest_location));
    }
    layout.operation = std::min<std::size_t>(layout.operation, 10);

    const std::size_t lanes = std::max<std::size_t>(picture.lanes.size(), 1);
    const std::size_t room = page_columns - layout.margin;
    const std::size_t beside_location = (room - std::min(room, layout.location + gap)) / lanes;
    const std::size_t pitch = beside_location < narrowest_column ? room / lanes : beside_location;
    layout.pitch = pitch < narrowest_column ? 0 : std::min(pitch, widest_column);
    return layout;
}

// Writes rows one after the other, and remembers what needs no repeating.
class Rows {
  public:
    Rows(Page& page, const model::Trace& trace, const Picture& picture)
        : page_(page),
          trace_(trace),
          picture_(picture),
          layout_(layout_of(trace, picture, page.charset())) {}

    void write_names();
    void write(const PictureRow& row);

  private:
    std::size_t column_of(model::ThreadIndex thread) const;
    void write_time(Line& line, const model::TraceStep& step);
    void write_step(Line& line, const model::TraceStep& step);
    void write_location(Line& line, const model::TraceStep& step);

    Page& page_;
    const model::Trace& trace_;
    const Picture& picture_;
    Layout layout_;
    std::string last_time_;
    std::optional<model::SourceLine> last_where_;
};

std::size_t Rows::column_of(model::ThreadIndex thread) const {
    const auto lane = std::find(picture_.lanes.begin(), picture_.lanes.end(), thread);
    return layout_.margin + layout_.pitch * static_cast<std::size_t>(lane - picture_.lanes.begin());
}

void Rows::write_names() {
    if (layout_.pitch == 0) return;
    Line& line = page_.line();
    for (const model::ThreadIndex thread : picture_.lanes) {
        line.to(column_of(thread));
        const std::string name = printable(thread_name(trace_, thread), page_.charset());
        line.add(clip(name, layout_.pitch - gap, page_.charset()), lane_style(thread));
    }
}

void Rows::write_time(Line& line, const model::TraceStep& step) {
    if (!layout_.shows_time) return;
    const std::string time = moment(step.at);
    if (time == last_time_) return;
    line.add(fmt::format("{:>7}", time), Style::quiet);
    last_time_ = time;
}

void Rows::write_step(Line& line, const model::TraceStep& step) {
    if (layout_.pitch == 0) {
        const std::string name = printable(thread_name(trace_, step.thread), page_.charset());
        line.to(layout_.margin)
            .add(clip(name, narrowest_column, page_.charset()), lane_style(step.thread));
        line.to(layout_.margin + narrowest_column + gap);
    } else {
        line.to(column_of(step.thread));
    }
    const Style style = step.result ? Style::notice : lane_style(step.thread);
    line.add(step_text(step, layout_.operation), style);
}

void Rows::write_location(Line& line, const model::TraceStep& step) {
    if (!step.where || step.where == last_where_) return;
    const std::size_t before = line.width();
    const std::string text = printable(location(*step.where), page_.charset());
    line.right(clip_front(text, layout_.location, page_.charset()), Style::quiet);
    if (line.width() > before) last_where_ = step.where;
}

void Rows::write(const PictureRow& row) {
    Line& line = page_.line();
    const model::TraceStep* const step = step_of(trace_, row);
    if (step == nullptr) {
        line.to(layout_.margin).add(left_out_text(row.left_out), Style::quiet);
        last_where_.reset();
        return;
    }
    write_time(line, *step);
    write_step(line, *step);
    write_location(line, *step);
}

// Beside wait number `index`, where the first `size` form the circle.
std::string_view bracket(std::size_t index, std::size_t size) {
    if (index >= size) return "  ";
    if (size == 1) return "↺ ";
    if (index == 0) return "┌ ";
    return index + 1 == size ? "└ " : "│ ";
}

void write_wait(Page& page, const model::Trace& trace, const model::Wait& wait,
                std::string_view mark) {
    Line& line = page.line().to(5).add(mark, Style::notice);
    line.add(thread_name(trace, wait.thread), lane_style(wait.thread));
    line.add(" " + wait_text(trace, wait));
    if (wait.where) line.right(location(*wait.where), Style::quiet);
}

}  // namespace

void write_columns(Page& page, const model::Trace& trace, const Picture& picture) {
    if (picture.rows.empty()) return;
    Rows rows(page, trace, picture);
    rows.write_names();
    for (const PictureRow& row : picture.rows)
        rows.write(row);
    if (trace.truncated) page.line().to(5).add(and_so_on, Style::quiet);
}

void write_waits(Page& page, const model::Trace& trace) {
    if (trace.waits.empty()) return;
    const std::vector<const model::Wait*> waits = circle_first(trace);
    const std::size_t size = model::circle_size(trace);
    page.line(waits_heading(trace)).add(":");
    for (std::size_t i = 0; i < waits.size(); ++i) {
        write_wait(page, trace, *waits[i], bracket(i, size));
    }
}

}  // namespace heddle::report
