// unsupported: posix_spawn
#include <spawn.h>

#include "litmus.hpp"

TEST_CASE("another process") {
    pid_t child = 0;
    char program[] = "/bin/true";
    char* arguments[] = {program, nullptr};
    posix_spawn(&child, program, nullptr, nullptr, arguments, nullptr);
}
