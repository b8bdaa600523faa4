#pragma once

#include <atomic>

class HitCounter {
public:
    void hit() { ++hits_; }
    long total() const { return hits_; }

private:
    std::atomic<long> hits_{0};
};

long count_hits(int threads, int hits_per_thread);
