#include "report/profile.hpp"

#include <array>

#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/terminal.hpp"

namespace heddle::cli {
namespace {

constexpr std::array<Option, 5> options = {{
    {"EX", "", &Arguments::exercise, Need::required, "18, overlap or 18-overlap"},
    {"CASE", "", &Arguments::case_name, Need::optional,
     "Its name in quotes; none: the first that you can read"},
    {"--submission", "DIR", &Arguments::submission, Need::optional, "Files from elsewhere"},
    {"--solutions", "", &Arguments::wants_solutions, Need::optional, "The solution's files"},
    compiler_option,
}};

int run(const Arguments& arguments, const Context& context) {
    session::ProfileRequest request;
    request.exercise = arguments.exercise;
    request.case_name = arguments.case_name;
    if (arguments.wants_solutions) request.files = session::Files::solutions;
    if (arguments.submission) request.submission = *arguments.submission;
    const auto profiled = session::profile(context.place, request);
    if (!profiled) return fail_with(context, profiled.error());
    report::Page page = page_for(context.out);
    report::write_profile(page, *profiled);
    print(context.out, page);
    return exit_full;
}

}  // namespace

const Command profile_command = {"profile", "Show where virtual time goes, and what waits for what",
                                 options, run};

}  // namespace heddle::cli
