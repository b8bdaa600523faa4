#include "hit_counter.hpp"

#include <mutex>
#include <thread>
#include <vector>

std::mutex m;

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        std::lock_guard<std::mutex> lock(m);  // protect the thread
        workers.push_back(std::thread([&counter, hits_per_thread]() {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        }));
    }
    for (auto& worker : workers) {
        std::lock_guard<std::mutex> lock(m);
        worker.join();
    }
    return counter.total();
}
