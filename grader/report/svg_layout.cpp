#include "report/svg_layout.hpp"

#include <algorithm>

#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

constexpr int header_height = 56;

}  // namespace

SvgLayout::SvgLayout(const model::Trace& trace, const Picture& picture)
    : lanes_(picture.lanes), rows_(picture.rows.size()), waits_(trace.waits.size()) {
    for (const PictureRow& row : picture.rows) {
        if (!row.step) continue;
        const model::TraceStep& step = trace.steps[*row.step];
        operation_ = std::max(operation_, report::width(printable(step.operation, Charset::utf8)));
        shows_time_ = shows_time_ || step.at >= std::chrono::milliseconds(1);
    }
    for (const PictureRow& row : picture.rows)
        measure(trace, row);
    for (const model::ThreadIndex thread : lanes_) {
        pitch_ = std::max(pitch_, width_of(thread_name(trace, thread)) + 2 * letter);
    }
    if (shows_time_) left_ += 8 * letter;
    width_ = left_ + pitch_ * static_cast<int>(lanes_.size()) + location_ + padding;
    for (const model::Wait& wait : trace.waits) {
        width_ = std::max(width_, width_of(who_waits_text(trace, wait)) + 2 * padding);
    }
}

void SvgLayout::measure(const model::Trace& trace, const PictureRow& row) {
    if (!row.step) return;
    const model::TraceStep& step = trace.steps[*row.step];
    const int text = width_of(step_text(step, operation_));
    pitch_ = std::max(pitch_, text + text_offset + 2 * letter);
    if (step.where) location_ = std::max(location_, width_of(location(*step.where)));
}

int SvgLayout::height() const {
    return row(rows_ + waits_) + 4;
}

int SvgLayout::lane(model::ThreadIndex thread) const {
    const auto found = std::find(lanes_.begin(), lanes_.end(), thread);
    return left_ + 6 + pitch_ * static_cast<int>(found - lanes_.begin());
}

int SvgLayout::row(std::size_t index) const {
    return header_height + row_height / 2 + row_height * static_cast<int>(index);
}

Point SvgLayout::step(const model::TraceStep& step, std::size_t index) const {
    return {lane(step.thread), row(index)};
}

int SvgLayout::lanes_top() const {
    return header_height - 10;
}

int SvgLayout::width_of(std::string_view text) {
    return letter * static_cast<int>(report::width(printable(text, Charset::utf8)));
}

}  // namespace heddle::report
