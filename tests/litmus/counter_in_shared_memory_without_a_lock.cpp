// failed assertion within 10
// tsan: completed
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("counter in shared memory without a lock") {
    auto* const counter = static_cast<int*>(
        mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    if (fork() == 0) {
        ++*counter;
        _exit(0);
    }
    ++*counter;
    wait(nullptr);
    REQUIRE(*counter == 2);
}
