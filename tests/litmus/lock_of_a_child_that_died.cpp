// completed
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

// A robust mutex is handed on when its owner's process ends.
TEST_CASE("lock of a child that died") {
    auto* const mutex =
        static_cast<pthread_mutex_t*>(mmap(nullptr, sizeof(pthread_mutex_t), PROT_READ | PROT_WRITE,
                                           MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(mutex, &attributes);
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    if (fork() == 0) {
        pthread_mutex_lock(mutex);
        _exit(write(ends[1], "x", 1) == 1 ? 0 : 1);
    }
    char byte = 0;
    REQUIRE(read(ends[0], &byte, 1) == 1);
    REQUIRE(pthread_mutex_lock(mutex) == EOWNERDEAD);
    REQUIRE(pthread_mutex_consistent(mutex) == 0);
    REQUIRE(pthread_mutex_unlock(mutex) == 0);
    wait(nullptr);
}
