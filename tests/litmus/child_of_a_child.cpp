// completed
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("child of a child") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    if (fork() == 0) {
        if (fork() == 0) _exit(write(ends[1], "x", 1) == 1 ? 0 : 1);
        _exit(0);  // before its own child, perhaps
    }
    close(ends[1]);
    char byte = 0;
    REQUIRE(read(ends[0], &byte, 1) == 1);
    REQUIRE(read(ends[0], &byte, 1) == 0);
    REQUIRE(wait(nullptr) > 0);
    REQUIRE(wait(nullptr) == -1);
}
