#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        const long before = total();
        std::unique_lock<std::mutex> lock(mutex_);
        if (hits_ == before) hits_ = before + 1;  // only if it is still the same
    }
    long total() const {
        std::unique_lock<std::mutex> lock(mutex_);
        return hits_;
    }

private:
    mutable std::mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
