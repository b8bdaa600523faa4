#include "cli/terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "report/text.hpp"

namespace heddle::cli {
namespace {

std::string_view environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

// The first of these that is set decides, as in setlocale(3).
report::Charset charset_of_locale() {
    constexpr std::array<const char*, 3> names = {"LC_ALL", "LC_CTYPE", "LANG"};
    const auto* const set = std::find_if(
        names.begin(), names.end(), [](const char* name) { return !environment(name).empty(); });
    if (set == names.end()) return report::Charset::ascii;
    std::string locale;
    for (const char letter : environment(*set)) {
        if (letter != '-')
            locale += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    const bool is_utf8 = locale.find(".utf8") != std::string::npos;
    return is_utf8 ? report::Charset::utf8 : report::Charset::ascii;
}

// The rows of a terminal that is wide enough for a page; 0 otherwise.
std::size_t usable_rows(std::FILE* stream) {
    winsize size{};
    if (!is_terminal(stream) || ::ioctl(::fileno(stream), TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col >= report::page_columns ? size.ws_row : 0;
}

}  // namespace

bool is_terminal(std::FILE* stream) {
    return ::isatty(::fileno(stream)) == 1 && environment("TERM") != "dumb";
}

report::Look look_of(std::FILE* stream) {
    const bool is_coloured = is_terminal(stream) && environment("NO_COLOR").empty();
    return {is_coloured ? report::Colour::on : report::Colour::off, charset_of_locale()};
}

void print(std::FILE* stream, const report::Page& page) {
    const std::string text = page.text();
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fflush(stream);
}

void print_error(std::FILE* stream, const base::Error& error) {
    report::Page page = page_for(stream);
    const std::string where = error.where.empty() ? "" : error.where + ": ";
    page.paragraph("heddle: " + where + error.what, 0, report::Style::strong);
    const std::vector<std::string_view> lines = report::lines_of(error.hint);
    for (std::size_t i = 0; i < lines.size(); ++i)
        page.paragraph(lines[i], i == 0 ? 2 : 4);
    print(stream, page);
}

LiveBlock::LiveBlock(std::FILE* stream) : stream_(stream), rows_(usable_rows(stream)) {}

void LiveBlock::show(const report::Page& page) {
    if (rows_ < 2) return;
    clear();
    const std::string text = page.text();
    std::string_view rest = text;
    while (!rest.empty() && shown_ + 1 < rows_) {
        const std::size_t line = rest.find('\n') + 1;
        std::fwrite(rest.data(), 1, line, stream_);
        rest.remove_prefix(line);
        ++shown_;
    }
    std::fflush(stream_);
}

void LiveBlock::clear() {
    if (shown_ == 0) return;
    fmt::print(stream_, "\x1b[{}A\r\x1b[J", shown_);
    std::fflush(stream_);
    shown_ = 0;
}

}  // namespace heddle::cli
