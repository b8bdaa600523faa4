// unsupported: syscall(SYS_write)
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <vector>

#include "litmus.hpp"

// A file makes nobody wait, a full pipe does.
TEST_CASE("system call into a pipe") {
    const std::vector<char> bytes(100'000);
    const int nowhere = open("/dev/null", O_WRONLY);
    REQUIRE(syscall(SYS_write, nowhere, bytes.data(), bytes.size()) == 100'000);
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    syscall(SYS_write, ends[1], bytes.data(), bytes.size());
}
