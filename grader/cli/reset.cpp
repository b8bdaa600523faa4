#include <array>

#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/terminal.hpp"
#include "report/words.hpp"

namespace heddle::cli {
namespace {

constexpr std::array<Option, 1> options = {{
    {"EX", "", &Arguments::exercise, Need::required, "10, lost-update or 10-lost-update"},
}};

int run(const Arguments& arguments, const Context& context) {
    const auto reset = session::reset(context.place, arguments.exercise);
    if (!reset) return fail_with(context, reset.error());
    report::Page page = page_for(context.out);
    page.line(report::headline(reset->exercise), report::Style::strong);
    if (reset->files.empty()) page.line("  It is as it came; nothing was changed.");
    for (const std::string& file : reset->files)
        page.line("  back to the start: " + file);
    if (!reset->copy.empty()) page.line("  yours are kept in: " + reset->copy.string());
    print(context.out, page);
    return exit_full;
}

}  // namespace

const Command reset_command = {"reset", "Go back to the skeleton; keeps a copy of yours", options,
                               run};

}  // namespace heddle::cli
