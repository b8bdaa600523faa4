// The main of a program that `heddle explore` looks at, in front of its own
// (-Wl,--wrap=main). Started by the grader it serves schedules of the whole
// program; started by hand it is the program itself, free-running.
#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include "harness/server.hpp"
#include "runtime/exit_handlers.hpp"
#include "runtime/process_end.hpp"

extern "C" int __real_main(int count, char** arguments, char** environment);

namespace heddle::harness {
namespace {

// program --main CPU [argument…]
constexpr int own_arguments = 2;

int serve_grader(int count, char** arguments, const Descriptors& descriptors) {
    open_server(descriptors);
    if (count <= own_arguments || std::strcmp(arguments[1], "--main") != 0) return 2;
    pin_to(std::atoi(arguments[2]));
    silence();
    if (serve() == Role::finished) _exit(0);

    arguments[own_arguments] = arguments[0];
    runtime::begin_program();
    run_deferred_initialisers();
    runtime::keep_exit_handlers();
    runtime::end_program(__real_main(count - own_arguments, arguments + own_arguments, environ));
}

}  // namespace
}  // namespace heddle::harness

extern "C" int __wrap_main(int count, char** arguments) {
    using namespace heddle::harness;
    if (const auto descriptors = given_descriptors())
        return serve_grader(count, arguments, *descriptors);
    run_deferred_initialisers();
    return __real_main(count, arguments, environ);
}
