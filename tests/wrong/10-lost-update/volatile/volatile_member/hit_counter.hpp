#pragma once

class HitCounter {
public:
    void hit() { hits = hits + 1; }
    long total() const { return hits; }

private:
    volatile long hits = 0;  // volatile, because several threads use it
};

long count_hits(int threads, int hits_per_thread);
