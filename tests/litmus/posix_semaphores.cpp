// completed
#include <semaphore.h>

#include <cerrno>

#include "litmus.hpp"

TEST_CASE("posix semaphores") {
    sem_t places;
    sem_t done;
    sem_init(&places, 0, 1);
    sem_init(&done, 0, 0);
    int counter = 0;
    in_threads(3, [&](int i) {
        const auto soon = in_seconds(CLOCK_REALTIME, 3'600);
        while ((i == 0 ? sem_timedwait(&places, &soon) : sem_wait(&places)) != 0) {
        }
        ++counter;
        sem_post(&places);
        sem_post(&done);
    });
    int value = 0;
    sem_getvalue(&done, &value);
    const int taken = sem_trywait(&places);
    const int refused = sem_trywait(&places);
    const int error = errno;
    sem_destroy(&places);
    sem_destroy(&done);
    REQUIRE(counter == 3);
    REQUIRE(value == 3);
    REQUIRE(taken == 0);
    REQUIRE((refused == -1 && error == EAGAIN));
}
