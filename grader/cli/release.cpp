#include "report/release.hpp"

#include <array>

#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/terminal.hpp"

namespace heddle::cli {
namespace {

constexpr std::array<Option, 2> options = {{
    {"--for", "self|class", &Arguments::audience, Need::required,
     "self: hidden tests and solutions; class: neither"},
    {"--out", "DIR", &Arguments::output_folder, Need::required,
     "A new or empty folder, outside the course"},
}};

int run(const Arguments& arguments, const Context& context) {
    const auto audience = catalogue::audience_named(arguments.audience);
    if (!audience) {
        return fail_with(context, {"no edition is for \"" + arguments.audience + "\"", "",
                                   "Give --for self or --for class."});
    }
    const auto released =
        session::release(context.place, *audience, std::filesystem::path(arguments.output_folder));
    if (!released) return fail_with(context, released.error());
    report::Page page = page_for(context.out);
    report::write_release(page, *released);
    print(context.out, page);
    return exit_full;
}

}  // namespace

const Command release_command = {"release", "Write an edition of the course for others", options,
                                 run};

}  // namespace heddle::cli
