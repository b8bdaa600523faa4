#pragma once

#include <atomic>
#include <thread>

class HitCounter {
public:
    void hit() {
        while (busy_.test_and_set()) std::this_thread::yield();
        hits_++;
    }
    long total() const { return hits_; }

private:
    std::atomic_flag busy_ = ATOMIC_FLAG_INIT;
    std::atomic<long> hits_{0};
};

long count_hits(int threads, int hits_per_thread);
