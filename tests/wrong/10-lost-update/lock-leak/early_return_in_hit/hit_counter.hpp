#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        m.lock();
        if (hits == 0) {  // the first visitor
            hits = 1;
            return;
        }
        hits++;
        m.unlock();
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
