// completed
#include "litmus.hpp"

// The attribute decides by which clock a deadline counts: 5 s are 5 s.
TEST_CASE("condition with a monotonic clock") {
    pthread_condattr_t attributes;
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_t condition;
    pthread_cond_init(&condition, &attributes);
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

    pthread_mutex_lock(&mutex);
    const timespec start = in_seconds(CLOCK_MONOTONIC, 0);
    const timespec deadline = in_seconds(CLOCK_MONOTONIC, 5);
    const int error = pthread_cond_timedwait(&condition, &mutex, &deadline);
    const double waited = seconds_since(start, CLOCK_MONOTONIC);
    pthread_mutex_unlock(&mutex);
    REQUIRE(error == ETIMEDOUT);
    REQUIRE(waited >= 4.9);
    REQUIRE(waited < 6);
}
