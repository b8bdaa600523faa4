#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::lock_guard<std::mutex> lock(m);
        hits++;
    }
    long total() const {
        std::lock_guard<std::mutex> lock(m);
        return hits;
    }

private:
    mutable std::mutex m;
    long hits = 0;
};

long count_hits(int threads, int hits_per_thread);
