#include "build/messages.hpp"

#include <algorithm>
#include <optional>
#include <regex>

namespace heddle::build {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string without_dot(const std::string& file) {
    return file.starts_with("./") ? file.substr(2) : file;
}

// "file:line:column: rest", of which the column may be missing. A path may hold blanks.
std::optional<Diagnostic> located(const std::string& line) {
    static const std::regex form(
        R"(^(?:In file included from |\s+from )?([^\s:][^:]*):(\d{1,9})(?::(\d{1,9}))?[:,]\s*(.*)$)");
    std::smatch match;
    if (!std::regex_match(line, match, form)) return std::nullopt;
    const int column = match[3].matched ? std::stoi(match[3]) : 0;
    return Diagnostic{without_dot(match[1]), std::stoi(match[2]), column, match[4]};
}

std::optional<Diagnostic> error_in(const std::string& line) {
    auto place = located(line);
    if (!place) return std::nullopt;
    for (const std::string_view mark : {"error: ", "fatal error: "})
        if (place->message.starts_with(mark)) {
            place->message.erase(0, mark.size());
            return place;
        }
    return std::nullopt;
}

bool is_include_chain(const std::string& line) {
    return line.starts_with("In file included from ") || line.starts_with("                 from ");
}

// gcc leads up to an error with these; what follows another kind of line belongs to that.
bool leads_up(const std::string& line) {
    for (const std::string_view mark :
         {": In ", ": At global scope", "required from", "required by", "recursively required",
          "in 'constexpr' expansion of"})
        if (line.find(mark) != std::string::npos) return true;
    return is_include_chain(line);
}

}  // namespace

std::vector<CompilerError> compiler_errors(std::string_view output) {
    std::vector<CompilerError> errors;
    std::string lead;
    for (const std::string& line : lines_of(output)) {
        if (auto place = error_in(line)) {
            errors.push_back({*std::move(place), lead + line + "\n"});
            lead.clear();
        } else if (leads_up(line)) {
            lead += line + "\n";
        } else {
            if (!errors.empty()) errors.back().whole_text += lead + line + "\n";
            lead.clear();
        }
    }
    return errors;
}

Diagnostic seen_from(const CompilerError& error, const std::vector<std::string>& files) {
    const auto is_theirs = [&](const std::string& file) {
        return std::find(files.begin(), files.end(), file) != files.end();
    };
    if (is_theirs(error.place.file)) return error.place;

    Diagnostic seen = {"", 0, 0, error.place.message};
    for (const std::string& line : lines_of(error.whole_text)) {
        const auto place = located(line);
        if (!place || !is_theirs(place->file)) continue;
        // Where a template was used says more than where its header was included.
        if (seen.file.empty() || !is_include_chain(line))
            seen = {place->file, place->line, place->column, error.place.message};
        if (!is_include_chain(line)) return seen;
    }
    return seen;
}

}  // namespace heddle::build
