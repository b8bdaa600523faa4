#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        m.lock();
        hits++;
        m.unlock();
    }
    long total() const {
        m.lock();
        m.unlock();  // unlock first, after the return it would be too late
        return hits;
    }

private:
    mutable std::mutex m;
    long hits = 0;
};

long count_hits(int threads, int hits_per_thread);
