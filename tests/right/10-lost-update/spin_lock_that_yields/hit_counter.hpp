#pragma once

#include <atomic>
#include <thread>

class SpinLock {
public:
    void lock() {
        while (busy_.test_and_set(std::memory_order_acquire)) std::this_thread::yield();
    }
    void unlock() { busy_.clear(std::memory_order_release); }

private:
    std::atomic_flag busy_;
};

class HitCounter {
public:
    void hit() {
        lock_.lock();
        ++hits_;
        lock_.unlock();
    }
    long total() const {
        lock_.lock();
        const long now = hits_;
        lock_.unlock();
        return now;
    }

private:
    mutable SpinLock lock_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
