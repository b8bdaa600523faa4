#include "report/annotations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "report/interleaving.hpp"
#include "report/log_commands.hpp"
#include "report/text.hpp"
#include "report/unicode.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using model::ExerciseReport;

constexpr std::size_t most_lines = 40;      // besides the ending
constexpr std::size_t most_columns = 400;   // of each line
constexpr std::size_t most_lines_said = 8;  // of what the student's program or compiler said
constexpr std::size_t most_units = 4'000;   // UTF-16's; GitHub's runner cuts at 4,096 (since 2.305)
constexpr std::string_view more = "…";      // stands for what was cut

struct Annotation {
    std::string_view kind;  // "error", "warning", "notice"
    std::string path;       // "" where none applies
    int line = 0;
    std::string title;
    std::vector<std::string> text;  // its lines, cut where they are too many
    std::string ending;             // the last line, kept however long the text is; may be ""
};

// What the runner's ActionCommand::UnescapeData and UnescapeProperty undo.
std::string escaped(std::string_view text, std::string_view special) {
    std::string result;
    for (const char byte : text) {
        if (special.find(byte) == std::string_view::npos) {
            result += byte;
        } else {
            result += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        }
    }
    return result;
}

std::string property(std::string_view text) {
    return escaped(without_commands(printable(text, Charset::utf8)), "%:,");
}

// One line as the runner may print it.
std::string cleaned(std::string_view line) {
    return without_commands(clip(printable(line, Charset::utf8), most_columns, Charset::utf8));
}

// As the runner counts, with the line break.
std::size_t units_of(std::string_view line) {
    std::size_t units = 1;
    while (!line.empty())
        units += take_code_point(line) > 0xFFFF ? 2 : 1;
    return units;
}

// The lines that fit, with the ending, cleaned.
std::vector<std::string> lines_shown(const Annotation& annotation) {
    std::vector<std::string> lines;
    const std::string ending = cleaned(annotation.ending);
    std::size_t units = units_of(ending) + units_of(more);
    for (const std::string& text : annotation.text) {
        std::string line = cleaned(text);
        units += units_of(line);
        if (lines.size() == most_lines || units > most_units) {
            lines.emplace_back(more);
            break;
        }
        lines.push_back(std::move(line));
    }
    if (!ending.empty()) lines.push_back(ending);
    return lines;
}

std::string command(const Annotation& annotation) {
    std::string place;
    if (!annotation.path.empty() && annotation.line > 0)
        place = fmt::format("file={},line={},", property(annotation.path), annotation.line);
    const std::string text = fmt::format("{}", fmt::join(lines_shown(annotation), "\n"));
    return fmt::format("::{} {}title={}::{}\n", annotation.kind, place, property(annotation.title),
                       escaped(text, "%\n"));
}

std::vector<std::string> first_lines(std::string_view text) {
    const std::vector<std::string_view> lines = lines_of(text);
    const auto end =
        lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), most_lines_said));
    std::vector<std::string> first(lines.begin(), end);
    if (end != lines.end()) first.emplace_back(more);
    return first;
}

Annotation about(const ExerciseReport& report, const model::Finding& finding,
                 std::string_view case_name) {
    Annotation made;
    made.kind = finding.outcome == model::Outcome::unfinished ? "notice" : "error";
    if (finding.where) {
        made.path = path_in_repository(report, *finding.where);
        made.line = finding.where->line;
    }
    made.title = headline(report.exercise) + ": " + label(finding);
    const std::string lead = case_name.empty() ? "" : fmt::format("{}: ", case_name);
    made.text = first_lines(lead + happened(finding));
    if (finding.trace) {
        const std::vector<std::string> rows = interleaving(*finding.trace, picture_of(finding));
        made.text.insert(made.text.end(), rows.begin(), rows.end());
    }
    made.ending = finding.question;
    return made;
}

// What comes first for an exercise.
void add_main(std::vector<Annotation>& made, const ExerciseReport& report) {
    if (!report.graded) {
        made.push_back({"warning", "", 0, headline(report.exercise) + ": not graded",
                        first_lines(report.reason), report.hint});
        return;
    }
    const model::Finding* const main = model::main_finding(report);
    if (main == nullptr) return;
    const model::CaseReport* const shown = model::main_case(report);
    made.push_back(about(report, *main, shown == nullptr ? "" : shown->name));
}

void add_others(std::vector<Annotation>& made, const ExerciseReport& report) {
    if (!report.graded || report.build) return;
    const model::CaseReport* const shown = model::main_case(report);
    for (const model::CaseReport& one : report.cases) {
        if (one.finding && &one != shown) made.push_back(about(report, *one.finding, one.name));
    }
}

}  // namespace

std::string to_annotations(const std::vector<ExerciseReport>& reports) {
    std::vector<Annotation> found;
    for (const ExerciseReport& report : reports)
        add_main(found, report);
    for (const ExerciseReport& report : reports)
        add_others(found, report);

    std::string text;
    std::map<std::string_view, std::size_t> shown;
    std::set<std::tuple<std::string, int, std::string>> seen;  // one cause, several cases
    for (const Annotation& one : found) {
        if (!seen.emplace(one.path, one.line, one.title).second) continue;
        if (++shown[one.kind] <= most_annotations_of_a_kind) text += command(one);
    }
    return text;
}

}  // namespace heddle::report
