#include "report/replay.hpp"

#include <array>

#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/output_file.hpp"
#include "cli/terminal.hpp"
#include "report/player.hpp"
#include "report/svg.hpp"
#include "report/words.hpp"

namespace heddle::cli {
namespace {

constexpr std::array<Option, 9> options = {{
    {"EX", "", &Arguments::exercise, Need::required, "10, lost-update or 10-lost-update"},
    {"CASE", "", &Arguments::case_name, Need::optional,
     "Its name in quotes; none: what the last check showed"},
    {"--submission", "DIR", &Arguments::submission, Need::optional, "The files that were graded"},
    {"--visible-only", "", &Arguments::wants_visible_only, Need::optional, "As the check had it"},
    {"--thorough", "", &Arguments::is_thorough, Need::optional, "As the check had it"},
    {"--seed", "N", &Arguments::seed, Need::optional, "As the check had it"},
    {"--svg", "FILE", &Arguments::svg, Need::optional, "Draw it too; - is standard output"},
    {"--html", "FILE", &Arguments::html, Need::optional,
     "A page for a browser that plays it; - is standard output"},
    compiler_option,
}};

// A figure may be longer than the picture on a terminal.
constexpr report::PictureSize figure_size{24};

std::string figure_of(const session::Replay& replay) {
    const model::CaseReport& one = replay.result;
    const model::Trace trace =
        (one.finding ? one.finding->trace : one.passing_trace).value_or(model::Trace{});
    const auto focus = one.finding ? one.finding->where : std::nullopt;
    return report::to_svg(trace, report::condense(trace, focus, figure_size),
                          {replay.exercise, report::headline(replay.exercise) + ": " + one.name});
}

session::ReplayRequest request_from(const Arguments& arguments) {
    session::ReplayRequest request;
    request.exercise = arguments.exercise;
    request.case_name = arguments.case_name;
    if (arguments.submission) request.submission = *arguments.submission;
    if (arguments.wants_visible_only) request.tests = session::Tests::visible;
    if (arguments.is_thorough) request.budget = session::Budget::thorough;
    request.seed = arguments.seed;
    return request;
}

int run(const Arguments& arguments, const Context& context) {
    const std::array<Wanted, 2> wanted = {{{"--svg", arguments.svg}, {"--html", arguments.html}}};
    const auto files = open_all(wanted, context.out);
    if (!files) return fail_with(context, files.error());
    const auto replay = session::replay(context.place, request_from(arguments));
    if (!replay) return fail_with(context, replay.error());

    std::FILE* const stream = page_stream(*files, context.out, context.err);
    report::Page page = page_for(stream);
    report::write_replay(page, *replay);
    print(stream, page);
    const auto written =
        write_if_wanted((*files)[0], [&] { return figure_of(*replay); }).and_then([&] {
            return write_if_wanted((*files)[1], [&] { return report::player_page(*replay); });
        });
    if (!written) return fail_with(context, written.error());
    tell_written(stream, arguments.svg);
    tell_written(stream, arguments.html);
    return replay->result.outcome == model::Outcome::passed ? exit_full : exit_not_full;
}

}  // namespace

const Command replay_command = {"replay", "Run the schedule that failed again, step by step",
                                options, run};

}  // namespace heddle::cli
