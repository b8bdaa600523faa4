#pragma once

#include <mutex>

class HitCounter {
public:
    // every access is locked, so this must be safe
    void hit() { set(total() + 1); }

    long total() const {
        std::lock_guard<std::mutex> lock(mutex_);
        return hits_;
    }

private:
    void set(long value) {
        std::lock_guard<std::mutex> lock(mutex_);
        hits_ = value;
    }

    mutable std::mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
