// thread leak within 1
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("child that nobody waits for") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    if (fork() == 0) {
        char byte = 0;
        [[maybe_unused]] const auto got = read(ends[0], &byte, 1);
        _exit(0);
    }
    REQUIRE(true);
}
