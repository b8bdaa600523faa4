// completed
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("child that ignores a signal") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        signal(SIGINT, SIG_IGN);
        kill(getpid(), SIGINT);
        write(ends[1], "x", 1);
        for (;;)
            sleep(1);
    }
    char byte = 0;
    REQUIRE(read(ends[0], &byte, 1) == 1);
    REQUIRE(kill(child, SIGINT) == 0);
    REQUIRE(kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WTERMSIG(status) == SIGKILL);
}
