#include "hit_counter.hpp"

#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        if (i > 1) workers[i - 2].join();  // no more than two at a time
        workers.emplace_back([&counter, hits_per_thread] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
    }
    for (auto& worker : workers) {
        if (worker.joinable()) worker.join();
    }
    return counter.total();
}
