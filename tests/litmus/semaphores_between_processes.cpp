// completed
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

namespace {

struct Shared {
    sem_t empty;
    sem_t full;
    int value;
};

}  // namespace

TEST_CASE("semaphores between processes") {
    auto* const shared = static_cast<Shared*>(
        mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    REQUIRE(sem_init(&shared->empty, 1, 1) == 0);
    REQUIRE(sem_init(&shared->full, 1, 0) == 0);
    if (fork() == 0) {
        for (int i = 1; i <= 3; ++i) {
            sem_wait(&shared->empty);
            shared->value = i;
            sem_post(&shared->full);
        }
        _exit(0);
    }
    int sum = 0;
    for (int i = 1; i <= 3; ++i) {
        sem_wait(&shared->full);
        sum += shared->value;
        sem_post(&shared->empty);
    }
    wait(nullptr);
    REQUIRE(sum == 6);
}
