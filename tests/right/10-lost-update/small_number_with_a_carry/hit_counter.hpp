#pragma once

#include <cstdint>
#include <mutex>

class HitCounter {
public:
    void hit() {
        std::lock_guard<std::mutex> lock(mutex_);
        if (++ones_ == 0) ++rounds_;
    }
    long total() const {
        std::lock_guard<std::mutex> lock(mutex_);
        return rounds_ * 256 + ones_;
    }

private:
    mutable std::mutex mutex_;
    std::uint8_t ones_ = 0;  // as on the old machine: one wheel, and who counts its rounds
    long rounds_ = 0;
};

long count_hits(int threads, int hits_per_thread);
