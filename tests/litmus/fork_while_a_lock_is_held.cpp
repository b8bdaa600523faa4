// deadlock within 26
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

// The child has a copy of the lock, and nobody who would ever give it back.
TEST_CASE("fork while a lock is held") {
    std::mutex mutex;
    std::jthread other([&] {
        const std::lock_guard lock(mutex);
        std::this_thread::yield();
    });
    if (fork() == 0) {
        mutex.lock();
        _exit(0);
    }
    wait(nullptr);
    REQUIRE(true);
}
