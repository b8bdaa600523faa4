#include "hit_counter.hpp"

#include <numeric>
#include <thread>
#include <vector>

// No sharing at all: thread i writes sums[i], and nobody else touches it before the join.
long count_hits(int threads, int hits_per_thread) {
    std::vector<long> sums(threads, 0);
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&sums, hits_per_thread, i] {
            for (int hit = 0; hit < hits_per_thread; ++hit) sums[i]++;
        });
    }
    for (auto& worker : workers) worker.join();
    return std::accumulate(sums.begin(), sums.end(), 0L);
}
