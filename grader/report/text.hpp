// Text made fit for one line of a terminal: cleaned, measured, cut, wrapped. Widths are in columns.
// Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/look.hpp"

namespace heddle::report {

// One line without anything a terminal would obey: a tab or a line break becomes a space, other
// hidden characters and malformed bytes a replacement mark, a pile of combining marks is cut short.
// In Charset::ascii our own signs get their spelling ("->") and the rest becomes '?'.
std::string printable(std::string_view text, Charset charset);

// How many columns printable text takes.
std::size_t width(std::string_view text);

// The longest start of printable text that takes at most `columns`.
std::string_view start_of(std::string_view text, std::size_t columns);

// At most `columns` wide: what is too long loses its end, or its beginning, for an ellipsis.
std::string clip(std::string_view text, std::size_t columns, Charset charset);
std::string clip_front(std::string_view text, std::size_t columns, Charset charset);

// Lines of at most `columns`, broken at spaces, and within a word only where it is longer than a
// line. No lines for blank text.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

// The text between line breaks, which are LF or CRLF.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace heddle::report
