// completed
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("child whose pipe breaks") {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    close(ends[0]);
    const pid_t child = fork();
    if (child == 0) {
        [[maybe_unused]] const auto sent = write(ends[1], "x", 1);
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(WTERMSIG(status) == SIGPIPE);
}
