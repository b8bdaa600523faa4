#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::scoped_lock{m};
        hits += 1;
    }
    long total() const {
        std::scoped_lock lock{m};
        return hits;
    }

private:
    mutable std::mutex m;
    long hits = 0;
};

long count_hits(int threads, int hits_per_thread);
