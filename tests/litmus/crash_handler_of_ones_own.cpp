// crashed
#include <csignal>
#include <cstdlib>

#include "litmus.hpp"

// A handler must not hide the crash.
TEST_CASE("crash handler of ones own") {
    std::signal(SIGFPE, [](int) { std::_Exit(0); });
    std::raise(SIGFPE);
}
