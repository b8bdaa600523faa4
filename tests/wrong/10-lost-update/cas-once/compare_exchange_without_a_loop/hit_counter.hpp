#pragma once

#include <atomic>

class HitCounter {
public:
    void hit() {
        long expected = hits_.load();
        hits_.compare_exchange_strong(expected, expected + 1);
    }
    long total() const { return hits_.load(); }

private:
    std::atomic<long> hits_{0};
};

long count_hits(int threads, int hits_per_thread);
