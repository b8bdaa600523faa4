#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::unique_lock<std::mutex> guard(mutex_, std::defer_lock);
        guard.lock();
        ++hits_;
    }
    long total() const {
        std::unique_lock<std::mutex> guard(mutex_, std::defer_lock);
        guard.lock();
        long value = hits_;
        guard.unlock();
        return value;
    }

private:
    mutable std::mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
