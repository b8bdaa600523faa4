#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::lock_guard<std::mutex> guard(m);
        n++;
    }
    long total() const {
        std::lock_guard<std::mutex> guard(m);
        return n;
    }

private:
    mutable std::mutex m;
    long n = 0;
};

long count_hits(int threads, int hits_per_thread);
