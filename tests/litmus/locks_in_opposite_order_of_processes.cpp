// deadlock within 4
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

TEST_CASE("locks in opposite order of processes") {
    auto* const locks = static_cast<pthread_mutex_t*>(mmap(nullptr, 2 * sizeof(pthread_mutex_t),
                                                           PROT_READ | PROT_WRITE,
                                                           MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(&locks[0], &attributes);
    pthread_mutex_init(&locks[1], &attributes);
    const bool is_child = fork() == 0;
    pthread_mutex_t& first = is_child ? locks[1] : locks[0];
    pthread_mutex_t& second = is_child ? locks[0] : locks[1];
    pthread_mutex_lock(&first);
    pthread_mutex_lock(&second);
    pthread_mutex_unlock(&second);
    pthread_mutex_unlock(&first);
    if (is_child) _exit(0);
    wait(nullptr);
    REQUIRE(true);
}
