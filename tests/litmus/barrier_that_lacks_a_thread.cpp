// deadlock
#include "litmus.hpp"

TEST_CASE("barrier that lacks a thread") {
    pthread_barrier_t barrier;
    pthread_barrier_init(&barrier, nullptr, 3);
    std::thread other([&] { pthread_barrier_wait(&barrier); });
    pthread_barrier_wait(&barrier);
    other.join();
}
