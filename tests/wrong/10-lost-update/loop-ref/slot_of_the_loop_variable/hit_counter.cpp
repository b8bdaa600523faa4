#include "hit_counter.hpp"

#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    std::vector<long> sums(threads);
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
            for (int h = 0; h < hits_per_thread; ++h) sums[i]++;  // everyone has his own
        });
    }
    for (auto& worker : workers) worker.join();
    long total = 0;
    for (long sum : sums) total += sum;
    return total;
}
