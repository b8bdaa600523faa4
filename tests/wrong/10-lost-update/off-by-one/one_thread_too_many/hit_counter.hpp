#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::lock_guard<std::mutex> lock(mutex_);
        ++hits_;
    }
    long total() const {
        std::lock_guard<std::mutex> lock(mutex_);
        return hits_;
    }

private:
    mutable std::mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
