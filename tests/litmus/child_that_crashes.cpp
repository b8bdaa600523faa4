// crashed within 1
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("child that crashes") {
    if (fork() == 0) {
        volatile int* nowhere = nullptr;
        *nowhere = 1;
    }
    wait(nullptr);
    REQUIRE(true);
}
