// completed
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("children and their codes") {
    std::array<pid_t, 3> children = {};
    for (int i = 0; i < 3; ++i) {
        children[static_cast<std::size_t>(i)] = fork();
        if (children[static_cast<std::size_t>(i)] == 0) _exit(i + 1);
    }
    int status = 0;
    REQUIRE(waitpid(children[1], &status, 0) == children[1]);
    REQUIRE(WIFEXITED(status));
    REQUIRE(WEXITSTATUS(status) == 2);
    int sum = 0;
    while (wait(&status) > 0)
        sum += WEXITSTATUS(status);
    REQUIRE(errno == ECHILD);
    REQUIRE(sum == 1 + 3);
    REQUIRE(waitpid(children[0], &status, 0) == -1);
    REQUIRE(waitpid(-1, &status, WNOHANG) == -1);
}
