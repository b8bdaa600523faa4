#include "report/page.hpp"

#include <algorithm>
#include <array>

#include "report/log_commands.hpp"
#include "report/text.hpp"

namespace heddle::report {
namespace {

constexpr std::array<std::string_view, 12> codes = {
    "", "1", "2", "32", "31", "33", "36", "35", "94", "33", "96", "95",
};
static_assert(codes.size() == static_cast<std::size_t>(Style::pink) + 1);

std::string painted(const std::string& text, Style style, Colour colour) {
    const std::string_view code = codes.at(static_cast<std::size_t>(style));
    if (colour == Colour::off || code.empty()) return text;
    return "\x1b[" + std::string(code) + "m" + text + "\x1b[0m";
}

}  // namespace

Style lane_style(std::size_t thread) {
    constexpr std::size_t first = static_cast<std::size_t>(Style::cyan);
    return static_cast<Style>(first + thread % (codes.size() - first));
}

Line& Line::add(std::string_view text, Style style) {
    std::string clean = printable(text, charset_);
    if (clean.empty()) return *this;
    width_ += report::width(clean);
    spans_.push_back({std::move(clean), style});
    return *this;
}

Line& Line::to(std::size_t column) {
    return add(std::string(column > width_ ? column - width_ : 1, ' '));
}

Line& Line::right(std::string_view text, Style style) {
    const std::string clean = printable(text, charset_);
    const std::size_t columns = report::width(clean);
    const std::size_t gap = width_ == 0 ? 0 : 2;
    if (width_ + gap + columns > page_columns) return *this;
    if (width_ + columns < page_columns) to(page_columns - columns);
    return add(clean, style);
}

// On the whole line, for a command may be put together from what was added piece by piece.
Line& Line::break_commands() {
    std::string whole;
    for (const Span& span : spans_)
        whole += span.text;
    std::vector<std::size_t> marks = command_marks(whole);
    width_ += marks.size();
    std::size_t start = whole.size();
    for (auto span = spans_.rbegin(); span != spans_.rend(); ++span) {
        start -= span->text.size();
        for (; !marks.empty() && marks.back() >= start; marks.pop_back())
            span->text.insert(marks.back() - start, 1, '\\');
    }
    return *this;
}

Line& Line::clip_to(std::size_t columns) {
    while (width_ > columns) {
        std::string& last = spans_.back().text;
        const std::size_t others = width_ - report::width(last);
        if (others < columns) {
            last = clip(last, columns - others, charset_);
        } else {  // nothing of it stays but the ellipsis, which now ends the text before
            spans_.pop_back();
            spans_.back().text += printable("…", charset_);
        }
        width_ = 0;
        for (const Span& span : spans_)
            width_ += report::width(span.text);
    }
    return *this;
}

std::string Line::text(Colour colour) const {
    std::string result;
    std::string spaces;  // held back until something visible follows
    for (const Span& span : spans_) {
        const std::size_t last = span.text.find_last_not_of(' ');
        if (last == std::string::npos) {
            spaces += span.text;
            continue;
        }
        result += spaces + painted(span.text.substr(0, last + 1), span.style, colour);
        spaces = span.text.substr(last + 1);
    }
    return result;
}

Line& Page::line() {
    return lines_.emplace_back(look_.charset);
}

Line& Page::line(std::string_view text, Style style) {
    return line().add(text, style);
}

void Page::paragraph(std::string_view text, std::size_t indent, Style style,
                     std::size_t most_lines) {
    std::vector<std::string> wrapped =
        wrap(printable(text, look_.charset), page_columns - std::min(indent, page_columns / 2));
    const bool is_cut = wrapped.size() > most_lines;
    if (is_cut) wrapped.resize(most_lines);
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
        Line& next = line();
        if (indent > 0) next.to(indent);
        next.add(wrapped[i], style);
        if (is_cut && i + 1 == wrapped.size()) next.clip_to(page_columns - 4).add(" …", style);
    }
}

std::string Page::text() const {
    std::string result;
    for (const Line& line : lines_) {
        Line cut = line;
        result += cut.break_commands().clip_to(page_columns).text(look_.colour);
        result += '\n';
    }
    return result;
}

}  // namespace heddle::report
