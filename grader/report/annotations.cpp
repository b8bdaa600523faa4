#include "report/annotations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "report/interleaving.hpp"
#include "report/log_commands.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace heddle::report {
namespace {

using model::ExerciseReport;

constexpr std::size_t most_lines = 40;
constexpr std::size_t most_columns = 400;       // of each line
constexpr std::size_t most_lines_said = 8;      // of what the student's program or compiler said
constexpr std::size_t most_characters = 4'000;  // GitHub's runner cuts at 4,096 (since 2.305)

struct Annotation {
    std::string_view kind;  // "error", "warning", "notice"
    std::string path;       // "" where none applies
    int line = 0;
    std::string title;
    std::string message;  // may have several lines
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

std::string one_line(std::string_view text) {
    std::string result;
    std::size_t characters = 0;
    const std::vector<std::string_view> lines = lines_of(text);
    for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i) {
        const std::string line =
            clip(printable(lines[i], Charset::utf8), most_columns, Charset::utf8);
        characters += width(line) + 1;
        if (characters > most_characters) break;
        if (i > 0) result += "%0A";
        result += escaped(without_commands(line), "%");
    }
    return result;
}

std::string command(const Annotation& annotation) {
    std::string place;
    if (!annotation.path.empty() && annotation.line > 0)
        place = fmt::format("file={},line={},", property(annotation.path), annotation.line);
    return fmt::format("::{} {}title={}::{}\n", annotation.kind, place, property(annotation.title),
                       one_line(annotation.message));
}

std::string what_happened(const model::Finding& finding) {
    if (finding.message.empty()) return std::string(words_for(finding.outcome));
    std::vector<std::string_view> lines = lines_of(finding.message);
    lines.resize(std::min(lines.size(), most_lines_said));
    return fmt::format("{}", fmt::join(lines, "\n"));
}

// Each line begins with a line break.
std::string interleaving_of(const model::Finding& finding) {
    const Picture picture = condense(*finding.trace, finding.where, {.story = story_of(finding)});
    std::string text;
    for (const std::string& line : interleaving(*finding.trace, picture))
        text += "\n" + line;
    return text;
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
    if (!case_name.empty()) made.message = fmt::format("{}: ", case_name);
    made.message += what_happened(finding);
    if (finding.trace) made.message += interleaving_of(finding);
    if (!finding.question.empty()) made.message += "\n" + finding.question;
    return made;
}

// What comes first for an exercise.
void add_main(std::vector<Annotation>& made, const ExerciseReport& report) {
    if (!report.graded) {
        made.push_back({"warning", "", 0, headline(report.exercise) + ": not graded",
                        report.reason + "\n" + report.hint});
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
