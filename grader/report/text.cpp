#include "report/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "report/unicode.hpp"

namespace heddle::report {
namespace {

// The signs that our own pages use.
constexpr std::array<std::pair<char32_t, std::string_view>, 17> ascii_signs = {{
    {U'→', "->"},
    {U'←', "<-"},
    {U'✓', "ok"},
    {U'✗', "x"},
    {U'○', "o"},
    {U'…', "..."},
    {U'×', "x"},
    {U'·', "-"},
    {U'┌', "/"},
    {U'│', "|"},
    {U'└', "\\"},
    {U'─', "-"},
    {U'↺', "@"},
    {U'“', "\""},
    {U'”', "\""},
    {U'‘', "'"},
    {U'’', "'"},
}};

std::string_view ascii_spelling(char32_t code_point) {
    const auto* const found =
        std::find_if(ascii_signs.begin(), ascii_signs.end(),
                     [code_point](const auto& sign) { return sign.first == code_point; });
    return found == ascii_signs.end() ? "?" : found->second;
}

void append_in(Charset charset, std::string& text, char32_t code_point) {
    if (charset == Charset::ascii && code_point >= 0x80) {
        text += ascii_spelling(code_point);
    } else {
        append(text, code_point);
    }
}

char32_t shown_as(char32_t code_point) {
    if (code_point == '\t' || code_point == '\n' || code_point == '\r') return ' ';
    return is_showable(code_point) ? code_point : replacement;
}

std::string ellipsis(Charset charset) {
    return printable("…", charset);
}

// Takes the next line off `rest`, which begins with no space.
std::string_view take_line(std::string_view& rest, std::size_t columns) {
    std::string_view line = start_of(rest, columns);
    if (line.empty()) {  // a wide character in a line of one column
        take_code_point(rest);
        return "?";
    }
    if (line.size() < rest.size() && rest[line.size()] != ' ') {
        const std::size_t space = line.find_last_of(' ');
        if (space != std::string_view::npos) line = line.substr(0, space);
    }
    rest.remove_prefix(line.size());
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

void skip_spaces(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
}

}  // namespace

std::string printable(std::string_view text, Charset charset) {
    constexpr int most_marks = 2;
    std::string result;
    int marks = most_marks;  // none may come before the first character
    while (!text.empty()) {
        const char32_t code_point = shown_as(take_code_point(text));
        marks = columns_of(code_point) == 0 ? marks + 1 : 0;
        if (marks <= most_marks) append_in(charset, result, code_point);
    }
    return result;
}

std::size_t width(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty())
        columns += columns_of(take_code_point(text));
    return columns;
}

std::string_view start_of(std::string_view text, std::size_t columns) {
    std::string_view rest = text;
    std::size_t used = 0;
    while (!rest.empty()) {
        const std::string_view before = rest;
        used += columns_of(take_code_point(rest));
        if (used > columns) return text.substr(0, text.size() - before.size());
    }
    return text;
}

std::string clip(std::string_view text, std::size_t columns, Charset charset) {
    if (width(text) <= columns) return std::string(text);
    const std::string mark = ellipsis(charset);
    if (columns < width(mark)) return std::string(start_of(text, columns));
    return std::string(start_of(text, columns - width(mark))) + mark;
}

std::string clip_front(std::string_view text, std::size_t columns, Charset charset) {
    if (width(text) <= columns) return std::string(text);
    const std::string mark = ellipsis(charset);
    if (columns < width(mark)) return std::string(start_of(text, columns));
    while (width(text) > columns - width(mark))
        take_code_point(text);
    return mark + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    for (skip_spaces(text); !text.empty(); skip_spaces(text)) {
        lines.emplace_back(take_line(text, std::max<std::size_t>(columns, 1)));
    }
    return lines;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        lines.push_back(line);
    }
    return lines;
}

}  // namespace heddle::report
