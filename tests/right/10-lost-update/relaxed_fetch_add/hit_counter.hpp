#pragma once
#include <atomic>

class HitCounter {
public:
    // only the number itself matters, nothing is published through it
    void hit() { n.fetch_add(1, std::memory_order_relaxed); }
    long total() const { return n.load(std::memory_order_relaxed); }

private:
    std::atomic<long> n = 0;
};

long count_hits(int threads, int hits_per_thread);
