#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::lock_guard lock(mutex_);
        hits_ = total() + 1;  // locks again: that is what recursive is for
    }
    long total() const {
        std::lock_guard lock(mutex_);
        return hits_;
    }

private:
    mutable std::recursive_mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
