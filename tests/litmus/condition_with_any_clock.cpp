// completed
#include "litmus.hpp"

TEST_CASE("condition with any clock") {
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
    bool is_set = false;
    int error = 0;
    const timespec start = in_seconds(CLOCK_MONOTONIC, 0);
    together(
        [&] {
            const timespec deadline = in_seconds(CLOCK_MONOTONIC, 3'600);
            pthread_mutex_lock(&mutex);
            while (!is_set && error == 0)
                error = pthread_cond_clockwait(&changed, &mutex, CLOCK_MONOTONIC, &deadline);
            pthread_mutex_unlock(&mutex);
        },
        [&] {
            pthread_mutex_lock(&mutex);
            is_set = true;
            pthread_cond_broadcast(&changed);
            pthread_mutex_unlock(&mutex);
        });
    REQUIRE((error == 0 || seconds_since(start, CLOCK_MONOTONIC) >= 3'599));
}
