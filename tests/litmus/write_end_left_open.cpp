// deadlock within 1
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

// The parent has the pipe's other end itself, so it never ends.
TEST_CASE("write end left open") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    if (fork() == 0) {
        [[maybe_unused]] const auto sent = write(ends[1], "x", 1);
        _exit(0);
    }
    char byte = 0;
    int count = 0;
    while (read(ends[0], &byte, 1) > 0)
        ++count;
    wait(nullptr);
    REQUIRE(count == 1);
}
