#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        m.lock();
        hits = hits + 1;
        m.unlock();
    }

    long total() const {
        m.lock();
        long copy = hits;
        m.unlock();
        return copy;
    }

private:
    mutable std::mutex m;
    long hits = 0;
};

long count_hits(int threads, int hits_per_thread);
