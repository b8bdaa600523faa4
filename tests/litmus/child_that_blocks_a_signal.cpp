// unsupported: kill
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

// When it comes is up to the child, and nobody here looks.
TEST_CASE("child that blocks a signal") {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigprocmask(SIG_BLOCK, &set, nullptr);
    const pid_t child = fork();
    if (child == 0) {
        sigprocmask(SIG_UNBLOCK, &set, nullptr);
        for (;;)
            sleep(1);
    }
    kill(child, SIGTERM);
    int status = 0;
    REQUIRE(wait(&status) == child);
    REQUIRE(WTERMSIG(status) == SIGTERM);
}
