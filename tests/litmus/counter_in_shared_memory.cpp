// completed
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "litmus.hpp"

namespace {

struct Counter {
    pthread_mutex_t mutex;
    int value;
};

Counter& make_counter() {
    void* const memory =
        mmap(nullptr, sizeof(Counter), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    auto* const counter = static_cast<Counter*>(memory);
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(&counter->mutex, &attributes);
    return *counter;
}

void count(Counter& counter) {
    for (int i = 0; i < 3; ++i) {
        pthread_mutex_lock(&counter.mutex);
        ++counter.value;
        pthread_mutex_unlock(&counter.mutex);
    }
}

}  // namespace

TEST_CASE("counter in shared memory") {
    Counter& counter = make_counter();
    for (int i = 0; i < 2; ++i) {
        if (fork() != 0) continue;
        count(counter);
        _exit(0);
    }
    count(counter);
    while (wait(nullptr) > 0) {
    }
    REQUIRE(counter.value == 9);
}
