#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/terminal.hpp"
#include "report/listing.hpp"

namespace heddle::cli {

int welcome(const Context& context) {
    const auto rows = session::list(context.place);
    if (!rows) return fail_with(context, rows.error());
    report::Page page = page_for(context.out);
    report::write_welcome(page, *rows);
    print(context.out, page);
    return exit_full;
}

}  // namespace heddle::cli
