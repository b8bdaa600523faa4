#include "cli/fail.hpp"

#include "cli/terminal.hpp"
#include "process/interrupt.hpp"

namespace heddle::cli {

int fail_with(const Context& context, const base::Error& error) {
    if (process::is_interrupted()) return exit_interrupted;
    print_error(context.err, error);
    return exit_not_graded;
}

}  // namespace heddle::cli
