// completed
#include <threads.h>

#include "litmus.hpp"

namespace {

struct Shared {
    mtx_t mutex;
    cnd_t ready;
    int value = 0;
    int seen = 0;
};

int wait_for_value(void* argument) {
    auto& shared = *static_cast<Shared*>(argument);
    mtx_lock(&shared.mutex);
    while (shared.value == 0)
        cnd_wait(&shared.ready, &shared.mutex);
    shared.seen = shared.value;
    mtx_unlock(&shared.mutex);
    return -5;
}

int leave_early(void*) {
    const timespec length = {3, 0};
    thrd_sleep(&length, nullptr);
    thrd_exit(8);
}

}  // namespace

TEST_CASE("c11 threads") {
    Shared shared;
    mtx_init(&shared.mutex, mtx_timed);
    cnd_init(&shared.ready);
    thrd_t waiter;
    thrd_t leaver;
    thrd_create(&waiter, wait_for_value, &shared);
    thrd_create(&leaver, leave_early, nullptr);
    thrd_yield();
    timespec deadline = {};
    timespec_get(&deadline, TIME_UTC);
    deadline.tv_sec += 3'600;
    if (mtx_timedlock(&shared.mutex, &deadline) != thrd_success) mtx_lock(&shared.mutex);
    shared.value = 7;
    cnd_signal(&shared.ready);
    const timespec long_past = {1, 0};
    const int timed = cnd_timedwait(&shared.ready, &shared.mutex, &long_past);
    mtx_unlock(&shared.mutex);
    int results[2] = {};
    thrd_join(waiter, &results[0]);
    thrd_join(leaver, &results[1]);
    mtx_destroy(&shared.mutex);
    cnd_destroy(&shared.ready);
    REQUIRE(timed == thrd_timedout);
    REQUIRE(shared.seen == 7);
    REQUIRE(results[0] == -5);
    REQUIRE(results[1] == 8);
}
