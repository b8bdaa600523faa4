#include "report/diff.hpp"

#include "report/page.hpp"
#include "report/text.hpp"

namespace heddle::report {
namespace {

Style style_of(std::string_view line) {
    if (line.starts_with("+++") || line.starts_with("---")) return Style::strong;
    if (line.starts_with("+")) return Style::good;
    if (line.starts_with("-")) return Style::bad;
    return line.starts_with("@@") ? Style::quiet : Style::plain;
}

std::string with_tabs_spread(std::string_view line) {
    std::string result;
    for (const char letter : line)
        result += letter == '\t' ? std::string("    ") : std::string(1, letter);
    return result;
}

}  // namespace

std::string readable_diff(std::string_view diff, Look look) {
    std::string result;
    for (const std::string_view line : lines_of(diff)) {
        result += Line(look.charset).add(with_tabs_spread(line), style_of(line)).text(look.colour);
        result += '\n';
    }
    return result;
}

}  // namespace heddle::report
