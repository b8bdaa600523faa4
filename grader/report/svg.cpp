#include "report/svg.hpp"

#include <fmt/format.h>

#include <iterator>
#include <optional>

#include "report/markup.hpp"
#include "report/svg_layout.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

constexpr int corner = 8;  // radius of the line's turns, in pixels

// Colours were chosen for a contrast of 4.5:1 or more with the background of their scheme.
constexpr std::string_view style_sheet = R"(<style>
.page { fill: #ffffff; stroke: #d0d7de; }
text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328; }
.name { font-weight: bold; }
.where, .time, .left-out { fill: #59636e; }
.waits { fill: #953800; }
.lane { stroke: #d0d7de; stroke-width: 2; }
.run { stroke: #0550ae; stroke-width: 3; fill: none; stroke-linecap: round; }
.gap { stroke: #0550ae; stroke-width: 3; fill: none; stroke-dasharray: 1 7; stroke-linecap: round; }
.step { fill: #0550ae; stroke: #0550ae; stroke-width: 2; }
.step.waiting { fill: #ffffff; stroke: #953800; }
@media (prefers-color-scheme: dark) {
.page { fill: #0d1117; stroke: #3d444d; }
text { fill: #f0f6fc; }
.where, .time, .left-out { fill: #9198a1; }
.waits { fill: #f0b37e; }
.lane { stroke: #3d444d; }
.run, .gap { stroke: #79c0ff; }
.step { fill: #79c0ff; stroke: #79c0ff; }
.step.waiting { fill: #0d1117; stroke: #f0b37e; }
}
</style>
)";

// Writes one figure, from top to bottom.
class Figure {
  public:
    Figure(const model::Trace& trace, const Picture& picture, const Caption& caption)
        : trace_(trace), picture_(picture), caption_(caption), layout_(trace, picture) {}

    std::string write();

  private:
    const model::TraceStep* step_in(std::size_t row) const;

    void write_opening();
    void write_description();
    void write_lanes();
    void write_run();
    void write_turn(Point from, Point to);
    void write_steps();
    void write_step(const model::TraceStep& step, Point at);
    void write_left_out(std::size_t row);
    void write_margins();
    void write_waits();
    void write_text(Point at, std::string_view css_class, std::string_view text);

    template <class... Arguments>
    void put(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(svg_), format, std::forward<Arguments>(arguments)...);
    }

    const model::Trace& trace_;
    const Picture& picture_;
    const Caption& caption_;
    SvgLayout layout_;
    std::string svg_;
};

const model::TraceStep* Figure::step_in(std::size_t row) const {
    const std::optional<std::size_t> step = picture_.rows[row].step;
    return step ? &trace_.steps[*step] : nullptr;
}

void Figure::write_text(Point at, std::string_view css_class, std::string_view text) {
    constexpr int below_middle = 5;
    put("<text class=\"{}\" x=\"{}\" y=\"{}\" xml:space=\"preserve\">{}</text>\n", css_class, at.x,
        at.y + below_middle, as_markup(text));
}

void Figure::write_opening() {
    const std::string id = as_markup(caption_.id);
    const int width = layout_.width();
    const int height = layout_.height();
    put("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"{0}-title "
        "{0}-desc\" width=\"{1}\" height=\"{2}\" viewBox=\"0 0 {1} {2}\">\n",
        id, width, height);
    put("<title id=\"{}-title\">{}</title>\n", id, as_markup(caption_.title));
    put("<desc id=\"{}-desc\">", id);
    write_description();
    svg_ += "</desc>\n";
    svg_ += style_sheet;
    put("<rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"8\"/>\n",
        width - 1, height - 1);
}

void Figure::write_description() {
    put("From top to bottom, one step a line.");
    for (std::size_t row = 0; row < picture_.rows.size(); ++row) {
        const model::TraceStep* const step = step_in(row);
        if (step == nullptr) {
            put(" {} left out.",
                count(static_cast<long long>(picture_.rows[row].left_out), "step"));
            continue;
        }
        put(" {}: {}.", as_markup(thread_name(trace_, step->thread)), as_markup(step_text(*step)));
    }
    for (const model::Wait* const wait : circle_first(trace_)) {
        put(" At the end {} {}.", as_markup(thread_name(trace_, wait->thread)),
            as_markup(wait_text(trace_, *wait)));
    }
}

void Figure::write_lanes() {
    for (const model::ThreadIndex thread : picture_.lanes) {
        const int x = layout_.lane(thread);
        write_text({x - 6, layout_.lanes_top() - 18}, "name", thread_name(trace_, thread));
        put("<path class=\"lane\" d=\"M{} {}V{}\"/>\n", x, layout_.lanes_top(),
            layout_.lanes_bottom());
    }
}

// From one lane to another, between two rows of text.
void Figure::write_turn(Point from, Point to) {
    const int middle = to.y - SvgLayout::row_height / 2;
    const int turn = from.x < to.x ? corner : -corner;
    put("V{}Q{} {} {} {}H{}Q{} {} {} {}V{}", middle - corner, from.x, middle, from.x + turn, middle,
        to.x - turn, to.x, middle, to.x, middle + corner, to.y);
}

void Figure::write_run() {
    std::optional<Point> last;
    bool is_gap = false;
    for (std::size_t row = 0; row < picture_.rows.size(); ++row) {
        const model::TraceStep* const step = step_in(row);
        if (step == nullptr) {
            is_gap = true;
            continue;
        }
        const Point here = layout_.step(*step, row);
        if (last) {
            put("<path class=\"{}\" d=\"M{} {}", is_gap ? "gap" : "run", last->x, last->y);
            if (last->x == here.x) {
                put("V{}", here.y);
            } else {
                write_turn(*last, here);
            }
            svg_ += "\"/>\n";
        }
        last = here;
        is_gap = false;
    }
}

void Figure::write_step(const model::TraceStep& step, Point at) {
    const bool waits = step.result.has_value();
    put("<circle class=\"step{}\" cx=\"{}\" cy=\"{}\" r=\"5\"/>\n", waits ? " waiting" : "", at.x,
        at.y);
    write_text({at.x + SvgLayout::text_offset, at.y}, waits ? "waits" : "does",
               step_text(step, layout_.operation_columns()));
}

void Figure::write_left_out(std::size_t row) {
    write_text({layout_.lane(picture_.lanes.front()) + SvgLayout::text_offset, layout_.row(row)},
               "left-out", left_out_text(picture_.rows[row].left_out));
}

void Figure::write_steps() {
    for (std::size_t row = 0; row < picture_.rows.size(); ++row) {
        if (const model::TraceStep* const step = step_in(row)) {
            write_step(*step, layout_.step(*step, row));
        } else {
            write_left_out(row);
        }
    }
}

// Virtual time on the left, source lines on the right, each where it changes.
void Figure::write_margins() {
    std::string last_time;
    std::optional<model::SourceLine> last_where;
    for (std::size_t row = 0; row < picture_.rows.size(); ++row) {
        const model::TraceStep* const step = step_in(row);
        if (step == nullptr) continue;
        const std::string time = moment(step->at);
        if (layout_.shows_time() && time != last_time) {
            write_text({layout_.right_of_time() - SvgLayout::width_of(time), layout_.row(row)},
                       "time", time);
        }
        last_time = time;
        if (step->where && step->where != last_where) {
            const std::string where = location(*step->where);
            write_text({layout_.width() - SvgLayout::padding - SvgLayout::width_of(where),
                        layout_.row(row)},
                       "where", where);
            last_where = step->where;
        }
    }
}

void Figure::write_waits() {
    std::size_t row = picture_.rows.size();
    for (const model::Wait* const wait : circle_first(trace_)) {
        write_text({SvgLayout::padding, layout_.row(row++)}, wait->in_cycle ? "waits" : "where",
                   who_waits_text(trace_, *wait));
    }
}

std::string Figure::write() {
    write_opening();
    write_lanes();
    write_run();
    write_steps();
    write_margins();
    write_waits();
    svg_ += "</svg>\n";
    return std::move(svg_);
}

}  // namespace

std::string to_svg(const model::Trace& trace, const Picture& picture, const Caption& caption) {
    return Figure(trace, picture, caption).write();
}

}  // namespace heddle::report
