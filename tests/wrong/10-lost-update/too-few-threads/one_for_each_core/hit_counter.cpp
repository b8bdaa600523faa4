#include "hit_counter.hpp"

#include <algorithm>
#include <thread>
#include <vector>

// more threads than cores only cost time
long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    const int cores = std::max(1u, std::thread::hardware_concurrency());
    const int used = std::min(threads, cores);
    std::vector<std::thread> workers;
    for (int i = 0; i < used; ++i) {
        workers.emplace_back([&counter, threads, hits_per_thread, i, used] {
            for (int share = i; share < threads; share += used) {
                for (int h = 0; h < hits_per_thread; ++h) counter.hit();
            }
        });
    }
    for (auto& worker : workers) worker.join();
    return counter.total();
}
