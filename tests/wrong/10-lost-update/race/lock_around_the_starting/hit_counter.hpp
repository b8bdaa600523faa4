#pragma once

class HitCounter {
public:
    void hit() { hits++; }
    long total() const { return hits; }

private:
    long hits = 0;
};

long count_hits(int threads, int hits_per_thread);
