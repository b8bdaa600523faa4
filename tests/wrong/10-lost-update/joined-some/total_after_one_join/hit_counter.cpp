#include "hit_counter.hpp"

#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
    }
    if (workers.empty()) return 0;
    workers.back().join();  // started last, so it finishes last
    const long total = counter.total();
    workers.pop_back();
    for (auto& worker : workers) worker.join();
    return total;
}
