#include "report/log_commands.hpp"

#include <algorithm>

#include "report/unicode.hpp"

namespace heddle::report {
namespace {

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

std::size_t leading_space(std::string_view line) {
    std::string_view rest = line;
    while (!rest.empty()) {
        const std::string_view before = rest;
        if (!is_space(take_code_point(rest))) return line.size() - before.size();
    }
    return line.size();
}

// The bracket of "##[", "##vso[" and the like, where one begins at the front.
std::size_t bracket_offset(std::string_view text) {
    if (!text.starts_with("##")) return std::string_view::npos;
    const auto* const end = std::find_if_not(text.begin() + 2, text.end(), is_letter);
    const bool is_bracket = end != text.end() && *end == '[';
    return is_bracket ? static_cast<std::size_t>(end - text.begin()) : std::string_view::npos;
}

}  // namespace

std::vector<std::size_t> command_marks(std::string_view line) {
    std::vector<std::size_t> marks;
    const std::size_t start = leading_space(line);
    if (line.substr(start).starts_with("::")) marks.push_back(start);
    for (std::size_t at = line.find("##"); at != std::string_view::npos;
         at = line.find("##", at + 1)) {
        const std::size_t bracket = bracket_offset(line.substr(at));
        if (bracket != std::string_view::npos) marks.push_back(at + bracket);
    }
    return marks;
}

std::string without_commands(std::string_view line) {
    std::string safe(line);
    const std::vector<std::size_t> marks = command_marks(line);
    std::for_each(marks.rbegin(), marks.rend(),
                  [&safe](std::size_t mark) { safe.insert(mark, 1, '\\'); });
    return safe;
}

}  // namespace heddle::report
