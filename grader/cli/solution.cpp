#include <array>

#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/terminal.hpp"
#include "report/diff.hpp"

namespace heddle::cli {
namespace {

constexpr std::array<Option, 1> options = {{
    {"EX", "", &Arguments::exercise, Need::required, "10, lost-update or 10-lost-update"},
}};

int run(const Arguments& arguments, const Context& context) {
    const auto diff = session::solution(context.place, arguments.exercise);
    if (!diff) return fail_with(context, diff.error());
    // Elsewhere than on a terminal it stays as it is, for patch(1).
    const std::string text =
        is_terminal(context.out) ? report::readable_diff(*diff, look_of(context.out)) : *diff;
    std::fwrite(text.data(), 1, text.size(), context.out);
    if (diff->empty()) std::fputs("Yours and the solution are the same.\n", context.err);
    return exit_full;
}

}  // namespace

const Command solution_command = {"solution", "Show the solution as a diff from your files",
                                  options, run};

}  // namespace heddle::cli
