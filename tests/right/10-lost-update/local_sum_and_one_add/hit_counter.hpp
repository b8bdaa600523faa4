#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() { add(1); }

    void add(long n) {
        std::scoped_lock lock(mutex_);
        total_ += n;
    }

    long total() const {
        std::scoped_lock lock(mutex_);
        return total_;
    }

private:
    mutable std::mutex mutex_;
    long total_ = 0;
};

long count_hits(int threads, int hits_per_thread);
