#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        mutex_.lock();
        hits_++;
        mutex_.unlock();
    }
    long total() const {
        mutex_.lock();
        return hits_;
        mutex_.unlock();
    }

private:
    mutable std::mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
