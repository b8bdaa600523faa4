#include "hit_counter.hpp"

#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    workers.reserve(threads);
    for (int i = 0; i < threads; ++i)
        workers.emplace_back([&counter, n = hits_per_thread] {
            for (int h = 0; h < n; ++h) counter.hit();
        });
    for (auto& worker : workers)
        if (worker.joinable()) worker.join();
    return counter.total();
}
