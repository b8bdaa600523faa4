// completed
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("child that is asked for in vain") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        char byte = 0;
        _exit(static_cast<int>(read(ends[0], &byte, 1)));
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, WNOHANG) == 0);
    close(ends[1]);
    while (waitpid(child, &status, WNOHANG) == 0)
        usleep(10);
    REQUIRE(status == 0);
}
