#include "hit_counter.hpp"

#include <thread>
#include <vector>

void work(HitCounter& counter, int hits) {
    for (int i = 0; i < hits; i++) counter.hit();
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; i++) workers.push_back(std::thread(work, counter, hits_per_thread));
    for (auto& worker : workers) worker.join();
    return counter.total();
}
