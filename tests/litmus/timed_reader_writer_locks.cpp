// completed
#include "litmus.hpp"

// A writer holds the lock for 10 s. Others give up after 2 s of waiting, and no sooner.
TEST_CASE("timed reader writer locks") {
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
    int errors[4] = {};
    std::atomic<bool> is_locked = false;
    std::thread writer([&] {
        pthread_rwlock_wrlock(&lock);
        is_locked = true;
        is_locked.notify_all();
        std::this_thread::sleep_for(std::chrono::seconds(10));
        pthread_rwlock_unlock(&lock);
    });
    is_locked.wait(false);
    const timespec start = in_seconds(CLOCK_REALTIME, 0);
    const auto soon = in_seconds(CLOCK_REALTIME, 2);
    const auto late = in_seconds(CLOCK_REALTIME, 3'600);
    errors[0] = pthread_rwlock_timedrdlock(&lock, &soon);
    if (errors[0] == 0) pthread_rwlock_unlock(&lock);
    errors[1] = pthread_rwlock_timedwrlock(&lock, &soon);
    if (errors[1] == 0) pthread_rwlock_unlock(&lock);
    const double waited = seconds_since(start, CLOCK_REALTIME);
    errors[2] = pthread_rwlock_timedrdlock(&lock, &late);
    if (errors[2] == 0) pthread_rwlock_unlock(&lock);
    writer.join();
    errors[3] = pthread_rwlock_timedwrlock(&lock, &late);
    pthread_rwlock_unlock(&lock);
    REQUIRE((errors[0] == 0 || errors[0] == ETIMEDOUT));
    REQUIRE((errors[1] == 0 || errors[1] == ETIMEDOUT));
    REQUIRE((errors[1] == 0 || waited >= 1.9));
    REQUIRE((errors[2] == 0 || errors[2] == ETIMEDOUT));
    REQUIRE(errors[3] == 0);
}
