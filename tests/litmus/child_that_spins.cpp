// livelock within 1
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("child that spins") {
    auto* const flag = static_cast<std::atomic<int>*>(
        mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    if (fork() == 0) {
        while (*flag == 0) {
        }
        _exit(0);
    }
    *flag = 1;  // in this process's copy
    wait(nullptr);
    REQUIRE(true);
}
