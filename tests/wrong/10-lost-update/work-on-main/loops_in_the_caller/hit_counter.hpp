#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::lock_guard<std::mutex> guard(lock);
        count++;
    }
    long total() const {
        std::lock_guard<std::mutex> guard(lock);
        return count;
    }

private:
    mutable std::mutex lock;
    long count = 0;
};

long count_hits(int threads, int hits_per_thread);
