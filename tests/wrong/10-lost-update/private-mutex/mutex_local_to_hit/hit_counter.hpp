#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::mutex m;
        std::lock_guard<std::mutex> lock(m);
        hits_++;
    }
    long total() const {
        std::mutex m;
        std::lock_guard<std::mutex> lock(m);
        return hits_;
    }

private:
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
