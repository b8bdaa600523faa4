#include "hit_counter.hpp"

#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i)
        workers.push_back(std::thread([&]() {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        }));
    long result = counter.total();
    for (auto& worker : workers) worker.join();  // clean up
    return result;
}
