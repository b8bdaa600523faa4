#include "hit_counter.hpp"

#include <mutex>
#include <thread>
#include <vector>

// thread_local so that it is thread-safe
static thread_local std::mutex mutex_;

void HitCounter::hit() {
    std::lock_guard<std::mutex> lock(mutex_);
    ++hits_;
}

long HitCounter::total() const {
    std::lock_guard<std::mutex> lock(mutex_);
    return hits_;
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i)
        workers.emplace_back([&] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
    for (auto& worker : workers) worker.join();
    return counter.total();
}
