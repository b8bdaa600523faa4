// completed
#include "litmus.hpp"

TEST_CASE("spin lock") {
    pthread_spinlock_t lock;
    pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE);
    int counter = 0;
    int refused = 0;
    const auto work = [&] {
        for (int i = 0; i < 3; ++i) {
            pthread_spin_lock(&lock);
            refused += pthread_spin_trylock(&lock) == EBUSY ? 1 : 0;
            ++counter;
            std::this_thread::yield();
            pthread_spin_unlock(&lock);
        }
    };
    std::thread other(work);
    work();
    other.join();
    pthread_spin_destroy(&lock);
    REQUIRE(counter == 6);
    REQUIRE(refused == 6);
}
