#include <cstdio>
#include <exception>

#include "cli/command.hpp"
#include "cli/run.hpp"
#include "cli/terminal.hpp"
#include "process/interrupt.hpp"

int main(int argc, char** argv) {
    try {
        heddle::process::watch_interrupts();
        return heddle::cli::run(argc, argv, stdout, stderr);
    } catch (const std::exception& failure) {
        heddle::cli::print_error(
            stderr, {failure.what(), "", "This is a mistake in Heddle itself; please report it."});
        return heddle::cli::exit_not_graded;
    }
}
