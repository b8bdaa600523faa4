#include "hit_counter.hpp"

#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    std::vector<long> sums(threads);
    std::vector<std::thread> workers;
    for (int i = 1; i <= threads; ++i) {
        workers.emplace_back([&sums, hits_per_thread, i] { sums[i] = hits_per_thread; });
    }
    for (auto& worker : workers) worker.join();
    long total = 0;
    for (int i = 1; i <= threads; ++i) total += sums[i];
    return total;
}
