#pragma once

#include <mutex>
#include <shared_mutex>

class HitCounter {
public:
    void hit() {
        std::unique_lock lock(mutex_);
        ++hits_;
    }
    // readers don't disturb each other
    long total() const {
        std::shared_lock lock(mutex_);
        return hits_;
    }

private:
    mutable std::shared_mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
