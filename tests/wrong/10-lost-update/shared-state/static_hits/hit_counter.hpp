#pragma once

#include <atomic>

class HitCounter {
public:
    void hit() { hits_++; }
    long total() const { return hits_; }

private:
    inline static std::atomic<long> hits_{0};  // static, so that all threads see the same one
};

long count_hits(int threads, int hits_per_thread);
