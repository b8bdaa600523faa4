// failed assertion within 1
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

namespace {
int answer = 0;
}

TEST_CASE("global that a child changes") {
    if (fork() == 0) {
        answer = 42;
        _exit(0);
    }
    wait(nullptr);
    REQUIRE(answer == 42);
}
