#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::lock_guard<std::mutex> lock(mutex);
        ++hits;
    }
    long total() const {
        std::lock_guard<std::mutex> lock(mutex);
        return hits;
    }

    mutable std::mutex mutex;
    long hits = 0;
};

long count_hits(int threads, int hits_per_thread);
