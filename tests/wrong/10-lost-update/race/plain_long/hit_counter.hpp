#pragma once

class HitCounter {
public:
    void hit() { ++hits_; }  // one line, so it should be one step
    long total() const { return hits_; }

private:
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
