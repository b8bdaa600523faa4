#include "hit_counter.hpp"

#include <thread>
#include <vector>

void work(HitCounter* counter, int hits) {
    for (int i = 0; i < hits; i++) counter->hit();
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter* counter = new HitCounter();
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; i++) workers.emplace_back(work, counter, hits_per_thread);
    for (auto& worker : workers) worker.join();
    return counter->total();
}
