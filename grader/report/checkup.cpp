#include "report/checkup.hpp"

#include <algorithm>
#include <array>

#include "report/text.hpp"

namespace heddle::report {
namespace {

struct Mark {
    std::string_view sign;
    Style style;
};

Mark mark_of(session::Health health) {
    constexpr std::array<Mark, 3> marks = {{
        {"✓", Style::good},
        {"!", Style::notice},
        {"✗", Style::bad},
    }};
    return marks.at(static_cast<std::size_t>(health));
}

std::size_t longest_name(const std::vector<session::Checkup>& checkups, Charset charset) {
    std::size_t longest = 0;
    for (const session::Checkup& checkup : checkups) {
        longest = std::max(longest, width(printable(checkup.what, charset)));
    }
    return std::min<std::size_t>(longest, 26);
}

}  // namespace

void write_checkups(Page& page, const std::vector<session::Checkup>& checkups) {
    const std::size_t second_column = 3 + longest_name(checkups, page.charset()) + 2;
    for (const session::Checkup& checkup : checkups) {
        const Mark mark = mark_of(checkup.health);
        Line& line = page.line().add(mark.sign, mark.style).to(3);
        line.add(checkup.what).clip_to(second_column - 1).to(second_column).add(checkup.found);
        page.paragraph(checkup.fix, second_column, Style::strong, 4);
    }
}

}  // namespace heddle::report
