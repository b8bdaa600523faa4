#include <fmt/format.h>

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
    const auto hint = session::hint(context.place, arguments.exercise);
    if (!hint) return fail_with(context, hint.error());
    report::Page page = page_for(context.out);
    page.line(report::headline(hint->exercise), report::Style::strong)
        .add(fmt::format("   hint {} of {}", hint->number, hint->of));
    page.paragraph(hint->text, 2);
    if (hint->number < hint->of) {
        page.line("A closer one: ", report::Style::quiet)
            .add("./heddle hint " + report::number_of(hint->exercise), report::Style::quiet);
    } else {
        page.line("That was the last.", report::Style::quiet);
    }
    print(context.out, page);
    return exit_full;
}

}  // namespace

const Command hint_command = {"hint", "Give the next hint: three, each closer", options, run};

}  // namespace heddle::cli
