// completed
#include "litmus.hpp"

TEST_CASE("posix reader writer lock") {
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
    int value = 0;
    std::atomic<int> refused = 0;
    const auto write = [&] {
        pthread_rwlock_wrlock(&lock);
        if (pthread_rwlock_tryrdlock(&lock) != 0) ++refused;
        ++value;
        pthread_rwlock_unlock(&lock);
    };
    const auto read = [&] {
        pthread_rwlock_rdlock(&lock);
        const int seen = value;
        if (pthread_rwlock_trywrlock(&lock) != 0 && seen == value) ++refused;
        pthread_rwlock_unlock(&lock);
    };
    together(write, read, write, read);
    pthread_rwlock_destroy(&lock);
    REQUIRE(value == 2);
    REQUIRE(refused == 4);
}
