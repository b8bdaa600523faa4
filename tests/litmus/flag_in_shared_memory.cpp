// completed
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("flag in shared memory") {
    auto* const flag = static_cast<std::atomic<int>*>(
        mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    if (fork() == 0) {
        while (*flag == 0) {
        }
        _exit(0);
    }
    *flag = 1;
    int status = 1;
    REQUIRE(wait(&status) > 0);
    REQUIRE(status == 0);
}
