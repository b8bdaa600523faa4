#pragma once

#include <mutex>
#include <thread>

class HitCounter {
public:
    void hit() {
        take();
        ++hits_;
        mutex_.unlock();
    }
    long total() const {
        take();
        long n = hits_;
        mutex_.unlock();
        return n;
    }

private:
    void take() const {
        while (!mutex_.try_lock()) std::this_thread::yield();
    }

    mutable std::timed_mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
