#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() { hit_many(1); }

    void hit_many(int times) {
        std::lock_guard lock(mutex_);
        for (int i = 0; i < times; ++i) ++hits_;
    }

    long total() const {
        std::lock_guard lock(mutex_);
        return hits_;
    }

private:
    mutable std::mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
