#include "hit_counter.hpp"

#include <mutex>
#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    static long sum = 0;
    static std::mutex mutex;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([hits_per_thread] {
            std::lock_guard<std::mutex> lock(mutex);
            sum += hits_per_thread;
        });
    }
    for (auto& worker : workers) worker.join();
    return sum;
}
