#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/progress.hpp"
#include "cli/report_files.hpp"
#include "cli/terminal.hpp"
#include "report/listing.hpp"
#include "report/summary.hpp"
#include "report/terminal.hpp"

namespace heddle::cli {
namespace {

using Reports = std::vector<model::ExerciseReport>;

constexpr std::array<Option, 12> options = {{
    {"EX", "", &Arguments::exercises, Need::optional,
     "10, lost-update or 10-lost-update; none: what you changed"},
    {"--all", "", &Arguments::wants_all, Need::optional, "Every exercise"},
    {"--submission", "DIR", &Arguments::submission, Need::optional,
     "Grade the files in DIR, or its folders by exercise"},
    {"--solutions", "", &Arguments::wants_solutions, Need::optional,
     "Grade the course's solutions"},
    {"--visible-only", "", &Arguments::wants_visible_only, Need::optional,
     "Leave hidden tests out"},
    {"--thorough", "", &Arguments::is_thorough, Need::optional, "Ten times as many schedules"},
    {"--seed", "N", &Arguments::seed, Need::optional, "Choose other schedules"},
    {"--json", "FILE", &Arguments::json, Need::optional, "Write the report; - is standard output"},
    {"--junit", "FILE", &Arguments::junit, Need::optional, "The same as JUnit XML"},
    {"--annotations", "FILE", &Arguments::annotations, Need::optional,
     "Findings as GitHub's ::error lines"},
    {"--summary", "FILE", &Arguments::summary, Need::optional,
     "Add Markdown for people, as for $GITHUB_STEP_SUMMARY"},
    compiler_option,
}};

session::Options options_from(const Arguments& arguments) {
    session::Options asked;
    asked.exercises = arguments.exercises;
    if (arguments.wants_all) asked.breadth = session::Breadth::all;
    if (arguments.wants_solutions) asked.files = session::Files::solutions;
    if (arguments.wants_visible_only) asked.tests = session::Tests::visible;
    if (arguments.is_thorough) asked.budget = session::Budget::thorough;
    if (arguments.submission) asked.submission = *arguments.submission;
    asked.seed = arguments.seed;
    return asked;
}

// What a command that is suggested must be told to be about the same files and schedules.
std::string same_options(const Arguments& arguments) {
    std::vector<std::string> words;
    if (arguments.submission)
        words.push_back("--submission " + base::shell_word(*arguments.submission));
    if (arguments.wants_solutions) words.emplace_back("--submission solutions");
    if (arguments.wants_visible_only) words.emplace_back("--visible-only");
    if (arguments.is_thorough) words.emplace_back("--thorough");
    if (arguments.seed) words.push_back(fmt::format("--seed {}", *arguments.seed));
    if (!arguments.compiler.empty())
        words.push_back("--compiler " + base::shell_word(arguments.compiler));
    return fmt::format("{}", fmt::join(words, " "));
}

int exit_code(const model::ExerciseReport& one) {
    if (!one.graded) return exit_not_graded;
    return model::is_full(one) ? exit_full : exit_not_full;
}

int exit_code(const Reports& reports) {
    int largest = reports.empty() ? exit_not_graded : exit_full;
    for (const model::ExerciseReport& one : reports)
        largest = std::max(largest, exit_code(one));
    return largest;
}

void write_next(report::Page& page, const Context& context) {
    const auto rows = session::list(context.place);
    if (!rows) return;  // the verdict stands without it
    report::write_next_step(page, *rows);
}

// Everything for people that CheckProgress hasn't shown already.
void print_reports(std::FILE* stream, const Context& context, const Arguments& arguments,
                   const Reports& reports) {
    report::Page page = page_for(stream);
    const bool is_own = !arguments.submission && !arguments.wants_solutions;
    if (reports.empty()) {
        page.line("Nothing to check yet: every exercise is as it came.");
        write_next(page, context);
    } else if (reports.size() > 1) {
        report::write_summary(page, reports, same_options(arguments));
    } else {
        report::write_exercise(page, reports.front(), same_options(arguments));
        if (is_own && model::is_full(reports.front())) write_next(page, context);
    }
    print(stream, page);
}

// What can't be asked together.
std::optional<base::Error> contradiction(const Arguments& asked) {
    if (asked.wants_all && !asked.exercises.empty()) {
        return base::Error{"--all and names of exercises don't go together", "", "Leave one out."};
    }
    if (asked.submission && asked.wants_solutions) {
        return base::Error{"--submission and --solutions don't go together", "", "Leave one out."};
    }
    return std::nullopt;
}

int check_and_print(const Arguments& arguments, const Context& context, const ReportFiles& files) {
    std::FILE* const stream = files.page_stream(context);
    const std::string same = same_options(arguments);
    base::Expected<Reports> reports = [&] {
        CheckProgress progress(stream, same);
        return session::check(context.place, options_from(arguments), progress);
    }();
    if (!reports) return fail_with(context, reports.error());
    print_reports(stream, context, arguments, *reports);
    const auto written = files.write(*reports, same);
    return written ? exit_code(*reports) : fail_with(context, written.error());
}

int run(const Arguments& arguments, const Context& context) {
    if (const auto error = contradiction(arguments)) return fail_with(context, *error);
    const auto files = ReportFiles::open(arguments, context);
    return files ? check_and_print(arguments, context, *files) : fail_with(context, files.error());
}

}  // namespace

const Command check_command = {"check", "Grade exercises", options, run};

}  // namespace heddle::cli
