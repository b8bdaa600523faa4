#include "report/profile.hpp"

#include <array>

#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/output_file.hpp"
#include "cli/terminal.hpp"

namespace heddle::cli {
namespace {

constexpr std::array<Option, 6> options = {{
    {"EX", "", &Arguments::exercise, Need::required, "18, overlap or 18-overlap"},
    {"CASE", "", &Arguments::case_name, Need::optional,
     "Its name in quotes; none: the first that you can read"},
    {"--submission", "DIR", &Arguments::submission, Need::optional, "Files from elsewhere"},
    {"--solutions", "", &Arguments::wants_solutions, Need::optional, "The solution's files"},
    {"--json", "FILE", &Arguments::json, Need::optional, "Write all numbers; - is standard output"},
    compiler_option,
}};

int run(const Arguments& arguments, const Context& context) {
    const std::array<Wanted, 1> wanted = {{{"--json", arguments.json}}};
    const auto files = open_all(wanted, context.out);
    if (!files) return fail_with(context, files.error());
    session::ProfileRequest request;
    request.exercise = arguments.exercise;
    request.case_name = arguments.case_name;
    if (arguments.wants_solutions) request.files = session::Files::solutions;
    if (arguments.submission) request.submission = *arguments.submission;
    const auto profiled = session::profile(context.place, request);
    if (!profiled) return fail_with(context, profiled.error());
    std::FILE* const stream = page_stream(*files, context.out, context.err);
    report::Page page = page_for(stream);
    report::write_profile(page, *profiled);
    print(stream, page);
    const auto written =
        write_if_wanted(files->front(), [&] { return report::to_json(*profiled); });
    return written ? exit_full : fail_with(context, written.error());
}

}  // namespace

const Command profile_command = {"profile", "Show where virtual time goes, and what waits for what",
                                 options, run};

}  // namespace heddle::cli
