#include "hit_counter.hpp"

#include <chrono>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

void HitCounter::hit() {
    std::lock_guard<std::mutex> lock(mutex_);
    const long before = hits_;
    std::this_thread::sleep_for(1ms);  // without the lock this makes it go wrong every time
    hits_ = before + 1;
}

long HitCounter::total() const {
    std::lock_guard<std::mutex> lock(mutex_);
    return hits_;
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&counter, hits_per_thread, i] {
            std::this_thread::sleep_for(5ms * (i % 2));
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
    }
    for (auto& worker : workers) worker.join();
    return counter.total();
}
