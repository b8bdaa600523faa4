// completed
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

// What the C library writes for itself nobody sees; but who waits asks once more.
TEST_CASE("print into a pipe") {
    int to_parent[2] = {};
    int to_child[2] = {};
    REQUIRE(pipe(to_parent) == 0);
    REQUIRE(pipe(to_child) == 0);
    char bytes[8] = {};
    if (fork() == 0) {
        dprintf(to_parent[1], "hello\n");
        _exit(read(to_child[0], bytes, 1) == 1 ? 0 : 1);
    }
    REQUIRE(read(to_parent[0], bytes, sizeof bytes) == 6);
    REQUIRE(write(to_child[1], "x", 1) == 1);
    int status = 1;
    REQUIRE(wait(&status) > 0);
    REQUIRE(status == 0);
}
