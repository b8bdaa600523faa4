// failed assertion within 1
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("counter in private memory") {
    auto* const counter = static_cast<int*>(
        mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    if (fork() == 0) {
        ++*counter;
        _exit(0);
    }
    wait(nullptr);
    REQUIRE(*counter == 1);
}
