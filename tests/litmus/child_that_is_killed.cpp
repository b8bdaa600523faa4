// completed
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("child that is killed") {
    const pid_t child = fork();
    if (child == 0) {
        for (;;)
            sleep(1);
    }
    REQUIRE(kill(child, SIGKILL) == 0);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(WTERMSIG(status) == SIGKILL);
    REQUIRE(kill(child, SIGKILL) == -1);
}
