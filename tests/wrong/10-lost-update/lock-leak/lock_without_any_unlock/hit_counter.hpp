#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        mutex_.lock();
        ++hits_;
    }  // unlocks at the end of the function
    long total() const {
        mutex_.lock();
        long n = hits_;
        mutex_.unlock();
        return n;
    }

private:
    mutable std::mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
