#pragma once

#include <atomic>

class HitCounter {
public:
    // relaxed is enough here since we only count
    void hit() {
        count.store(count.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    }
    long total() const { return count.load(std::memory_order_relaxed); }

private:
    std::atomic<long> count{0};
};

long count_hits(int threads, int hits_per_thread);
