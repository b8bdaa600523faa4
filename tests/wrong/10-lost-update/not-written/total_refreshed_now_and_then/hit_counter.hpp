#pragma once

#include <atomic>

class HitCounter {
public:
    void hit() {
        if (++hits_ % 4 == 0) shown_ = hits_.load();
    }
    // the page shows a number that is refreshed now and then
    long total() const { return shown_; }

private:
    std::atomic<long> hits_{0};
    std::atomic<long> shown_{0};
};

long count_hits(int threads, int hits_per_thread);
