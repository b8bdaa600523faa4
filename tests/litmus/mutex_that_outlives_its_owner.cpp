// completed
#include "litmus.hpp"

// A robust mutex tells the next one that its owner has died, whether it waited already or came
// later.
TEST_CASE("mutex that outlives its owner") {
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_t mutex;
    pthread_mutex_init(&mutex, &attributes);
    int repairs = 0;
    int deaths = 0;
    in_threads(3, [&](int i) {
        if (pthread_mutex_lock(&mutex) == EOWNERDEAD) {
            ++repairs;
            pthread_mutex_consistent(&mutex);
        }
        if (i == 1) {
            ++deaths;
            return;
        }
        pthread_mutex_unlock(&mutex);
    });
    const int last = pthread_mutex_lock(&mutex);
    if (last == EOWNERDEAD) ++repairs;
    REQUIRE((last == 0 || last == EOWNERDEAD));
    REQUIRE(repairs == deaths);
}
