#pragma once

#include <atomic>

class HitCounter {
public:
    void hit() {
        long old = hits_.load();
        while (!hits_.compare_exchange_weak(old, old + 1)) {
            // old has been refreshed, try again
        }
    }
    long total() const { return hits_.load(); }

private:
    std::atomic<long> hits_{0};
};

long count_hits(int threads, int hits_per_thread);
