// Lines of styled text on their way to a terminal, and the only place where colour becomes escape
// codes. Whatever is added is cleaned first, what a CI system would obey is broken, and every line
// is cut at page_columns, so that no text of a student, however hostile, can do more than be read.
// Not thread-safe.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "report/look.hpp"

namespace heddle::report {

// The last six tell threads apart, beside their columns; see lane_style().
enum class Style {
    plain,
    strong,
    quiet,
    good,
    bad,
    notice,
    cyan,
    magenta,
    blue,
    yellow,
    teal,
    pink
};

// The style of the thread with that index; they repeat after six.
Style lane_style(std::size_t thread);

class Line {
  public:
    explicit Line(Charset charset) : charset_(charset) {}

    Line& add(std::string_view text, Style style = Style::plain);

    // Pads with spaces up to that column; one space where the text is there already.
    Line& to(std::size_t column);

    // Ends the text at the last column. Left out where it doesn't fit with two spaces before it.
    Line& right(std::string_view text, Style style = Style::plain);

    // Puts a backslash where a CI system would see a command; see log_commands.hpp.
    Line& break_commands();

    // Cuts the end off, with an ellipsis, where the text is wider.
    Line& clip_to(std::size_t columns);

    std::size_t width() const { return width_; }

    // With escape codes in colour, without spaces at the end.
    std::string text(Colour colour) const;

  private:
    struct Span {
        std::string text;
        Style style;
    };
    Charset charset_;
    std::vector<Span> spans_;
    std::size_t width_ = 0;
};

class Page {
  public:
    explicit Page(Look look) : look_(look) {}

    // Starts a line. The reference stays good as lines are added.
    Line& line();
    Line& line(std::string_view text, Style style = Style::plain);

    // The line started last. There must be one.
    Line& last() { return lines_.back(); }

    // Wraps the text; lines after the first begin at `indent` too. At most `most_lines`.
    void paragraph(std::string_view text, std::size_t indent = 0, Style style = Style::plain,
                   std::size_t most_lines = 20);

    std::size_t height() const { return lines_.size(); }
    Charset charset() const { return look_.charset; }

    // Every line, each with a line break.
    std::string text() const;

  private:
    Look look_;
    std::deque<Line> lines_;
};

}  // namespace heddle::report
