#include "hit_counter.hpp"

#include <thread>
#include <vector>

std::thread start_worker(HitCounter& counter, int hits) {
    return std::thread([&] {
        for (int h = 0; h < hits; ++h) counter.hit();
    });
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) workers.push_back(start_worker(counter, hits_per_thread));
    for (auto& worker : workers) worker.join();
    return counter.total();
}
