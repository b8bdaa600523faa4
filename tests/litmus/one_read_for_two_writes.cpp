// failed assertion within 4
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

// A read gives what is there, which may be half of what is to come.
TEST_CASE("one read for two writes") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    if (fork() == 0) {
        const bool is_sent = write(ends[1], "half", 4) == 4 && write(ends[1], "half", 4) == 4;
        _exit(is_sent ? 0 : 1);
    }
    char bytes[8] = {};
    const auto got = read(ends[0], bytes, sizeof bytes);
    wait(nullptr);
    REQUIRE(got == 8);
}
