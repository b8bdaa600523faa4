// unsupported: a child process that ends behind the scheduler
#include <semaphore.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "litmus.hpp"

// Past every interceptor.
[[noreturn]] static void vanish() {
    for (;;)
        asm volatile("syscall" : : "a"(SYS_exit_group), "D"(0) : "rcx", "r11", "memory");
}

// Who forks has ended by then, and who is left has waited since before the fork.
TEST_CASE("child that vanishes") {
    using namespace std::chrono_literals;
    sem_t never;
    sem_init(&never, 0, 0);
    std::thread([] {
        std::this_thread::sleep_for(1s);
        if (fork() != 0) return;
        std::this_thread::sleep_for(1s);
        vanish();
    }).detach();
    sem_wait(&never);
}
