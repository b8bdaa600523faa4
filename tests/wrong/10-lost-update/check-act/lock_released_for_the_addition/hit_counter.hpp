#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        // keep the critical sections short
        m.lock();
        long n = hits;
        m.unlock();

        n = n + 1;

        m.lock();
        hits = n;
        m.unlock();
    }
    long total() const {
        m.lock();
        long n = hits;
        m.unlock();
        return n;
    }

private:
    mutable std::mutex m;
    long hits = 0;
};

long count_hits(int threads, int hits_per_thread);
