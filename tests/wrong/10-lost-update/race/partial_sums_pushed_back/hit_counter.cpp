#include "hit_counter.hpp"

#include <numeric>
#include <thread>
#include <vector>

// every thread has its own sum, so nothing is shared... right?
long count_hits(int threads, int hits_per_thread) {
    std::vector<long> sums;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&sums, hits_per_thread] {
            long mine = 0;
            for (int h = 0; h < hits_per_thread; ++h) ++mine;
            sums.push_back(mine);
        });
    }
    for (auto& worker : workers) worker.join();
    return std::accumulate(sums.begin(), sums.end(), 0L);
}
