#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::lock_guard<std::mutex> lock(mutex_);
        hits_ = hits_ + 1;
    }
    long total() const {
        std::lock_guard<std::mutex> lock(mutex_);
        return hits_;
    }

private:
    mutable std::mutex mutex_;
    volatile long hits_ = 0;  // probably not needed any more, now that there is a mutex
};

long count_hits(int threads, int hits_per_thread);
