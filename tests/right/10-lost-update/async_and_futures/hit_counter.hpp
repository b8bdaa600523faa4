#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::scoped_lock lock{guard};
        count++;
    }
    long total() const {
        std::scoped_lock lock{guard};
        return count;
    }

private:
    mutable std::mutex guard;
    long count{};
};

long count_hits(int threads, int hits_per_thread);
