#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::lock_guard<std::mutex> lock(write_mutex_);
        ++hits_;
    }
    long total() const {
        std::lock_guard<std::mutex> lock(read_mutex_);
        return hits_;
    }

private:
    std::mutex write_mutex_;
    mutable std::mutex read_mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
