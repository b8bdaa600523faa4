#pragma once

#include <atomic>
#include <thread>

class HitCounter {
public:
    void hit() {
        while (busy_.load()) std::this_thread::yield();
        busy_.store(true);
        ++hits_;
        busy_.store(false);
    }
    long total() const { return hits_; }

private:
    std::atomic<bool> busy_{false};
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
