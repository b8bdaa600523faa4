// completed
#include "litmus.hpp"

// Three threads meet twice: behind a meeting each sees what the others wrote before it.
TEST_CASE("barrier") {
    constexpr int count = 3;
    pthread_barrier_t barrier;
    pthread_barrier_init(&barrier, nullptr, count);
    int written[count] = {};
    int sums[count] = {};
    std::atomic<int> serial = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            written[i] = i + 1;
            if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) ++serial;
            for (const int each : written)
                sums[i] += each;
            if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) ++serial;
            written[i] = 0;
        });
    }
    for (auto& thread : threads)
        thread.join();
    pthread_barrier_destroy(&barrier);
    for (const int sum : sums)
        REQUIRE(sum == 6);
    REQUIRE(serial == 2);
}
