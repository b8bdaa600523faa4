// unsupported: fcntl(F_SETLKW)
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("record lock that is waited for") {
    const int file = fileno(tmpfile());
    REQUIRE(fcntl(file, F_SETFD, FD_CLOEXEC) == 0);
    REQUIRE(fcntl(file, F_GETFD) == FD_CLOEXEC);
    const bool is_child = fork() == 0;
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    fcntl(file, F_SETLKW, &lock);
    std::this_thread::yield();
    lock.l_type = F_UNLCK;
    fcntl(file, F_SETLK, &lock);
    if (is_child) _exit(0);
    wait(nullptr);
}
