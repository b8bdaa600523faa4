#include "report/listing.hpp"

#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/terminal.hpp"

namespace heddle::cli {
namespace {

int run(const Arguments&, const Context& context) {
    const auto rows = session::list(context.place);
    if (!rows) return fail_with(context, rows.error());
    report::Page page = page_for(context.out);
    report::write_list(page, *rows);
    print(context.out, page);
    return exit_full;
}

}  // namespace

const Command list_command = {"list", "Show every exercise and how far you are", {}, run};

}  // namespace heddle::cli
