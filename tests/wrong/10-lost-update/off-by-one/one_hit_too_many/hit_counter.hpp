#pragma once

#include <atomic>

class HitCounter {
public:
    void hit() { hits++; }
    long total() const { return hits; }

private:
    std::atomic_long hits = 0;
};

void visit(HitCounter& counter, int hits);
long count_hits(int threads, int hits_per_thread);
