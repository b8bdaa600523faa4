#pragma once

#include <atomic>

class HitCounter {
public:
    void hit() {
        for (;;) {
            long old = hits_;
            long next = old + 1;
            if (hits_ == old) {  // nobody else was here
                hits_ = next;
                return;
            }
        }
    }
    long total() const { return hits_; }

private:
    std::atomic<long> hits_{0};
};

long count_hits(int threads, int hits_per_thread);
