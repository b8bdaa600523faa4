#pragma once

#include <atomic>

class HitCounter {
public:
    void hit() { hits_.fetch_add(1); }
    long total() const { return hits_.load(); }

private:
    std::atomic<long> hits_{0};
};

long count_hits(int threads, int hits_per_thread);
