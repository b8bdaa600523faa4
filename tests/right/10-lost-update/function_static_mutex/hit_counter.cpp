#include "hit_counter.hpp"

#include <mutex>
#include <thread>
#include <vector>

static std::mutex& the_lock() {
    static std::mutex lock;
    return lock;
}

void HitCounter::hit() {
    std::lock_guard<std::mutex> guard(the_lock());
    hits_ += 1;
}

long HitCounter::total() const {
    std::lock_guard<std::mutex> guard(the_lock());
    return hits_;
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&counter, hits_per_thread]() {
            for (int j = 0; j < hits_per_thread; ++j) counter.hit();
        });
    }
    for (auto& worker : workers) worker.join();
    return counter.total();
}
