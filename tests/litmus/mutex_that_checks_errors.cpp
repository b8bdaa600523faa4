// completed
#include "litmus.hpp"

// Its owner is refused a second time, and holds it once all the same.
TEST_CASE("mutex that checks errors") {
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_ERRORCHECK);
    pthread_mutex_t mutex;
    pthread_mutex_init(&mutex, &attributes);
    int counter = 0;
    pthread_mutex_lock(&mutex);
    const int error = pthread_mutex_lock(&mutex);
    std::thread other([&] {
        pthread_mutex_lock(&mutex);
        ++counter;
        pthread_mutex_unlock(&mutex);
    });
    ++counter;
    pthread_mutex_unlock(&mutex);
    pthread_mutex_lock(&mutex);
    ++counter;
    pthread_mutex_unlock(&mutex);
    other.join();
    REQUIRE(error == EDEADLK);
    REQUIRE(counter == 3);
}
