#pragma once

#include <thread>

class HitCounter {
public:
    void hit() {
        while (busy_) std::this_thread::yield();  // wait until it's free
        busy_ = true;
        hits_++;
        busy_ = false;
    }
    long total() const { return hits_; }

private:
    bool busy_ = false;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
