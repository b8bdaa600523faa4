#include "build/includes.hpp"

#include <array>

namespace heddle::build {
namespace {

constexpr std::string_view directive = "include";
constexpr std::string_view blanks = " \t";

// Ways to get at a file that don't look like an include of it: a line that is continued, and data.
constexpr std::array<std::string_view, 4> detours = {"\\\n", "\\\r", "incbin", "embed"};

// Whether the text before the directive's name ends in a plain `#`.
bool is_directive(std::string_view before) {
    const std::size_t last = before.find_last_not_of(blanks);
    return last != std::string_view::npos && before[last] == '#';
}

// Whether what stands after the directive's name is the name of a header.
bool names_header(std::string_view after) {
    const std::size_t first = after.find_first_not_of(blanks);
    if (first == std::string_view::npos || (after[first] != '"' && after[first] != '<'))
        return false;
    const std::size_t last = after.find_first_of("\">\n", first + 1);
    if (last == std::string_view::npos || after[last] == '\n') return false;
    const std::string_view name = after.substr(first + 1, last - first - 1);
    return name.find('.') == std::string_view::npos || name.ends_with(".hpp") ||
           name.ends_with(".h");
}

}  // namespace

bool includes_only_headers(std::string_view text) {
    for (const std::string_view detour : detours)
        if (text.find(detour) != std::string_view::npos) return false;
    for (std::size_t at = text.find(directive); at != std::string_view::npos;
         at = text.find(directive, at + 1)) {
        if (!is_directive(text.substr(0, at))) return false;
        if (!names_header(text.substr(at + directive.size()))) return false;
    }
    return true;
}

}  // namespace heddle::build
