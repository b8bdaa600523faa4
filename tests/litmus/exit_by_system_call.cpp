// unsupported: syscall(SYS_exit)
#include <sys/syscall.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("exit by system call") {
    std::thread other([] { syscall(SYS_exit, 0); });
    other.join();
}
