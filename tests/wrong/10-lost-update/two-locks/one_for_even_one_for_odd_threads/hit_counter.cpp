#include "hit_counter.hpp"

#include <array>
#include <mutex>
#include <thread>
#include <vector>

// two locks, so that only half as many threads wait for each
static std::array<std::mutex, 2> mutexes;

long count_hits(int threads, int hits_per_thread) {
    long sum = 0;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&sum, hits_per_thread, i] {
            for (int h = 0; h < hits_per_thread; ++h) {
                std::lock_guard<std::mutex> lock(mutexes[i % 2]);
                ++sum;
            }
        });
    }
    for (auto& worker : workers) worker.join();
    return sum;
}
