#pragma once

#include <atomic>

// Two numbers that change together: 16 bytes, one atomic.
struct Tally {
    long hits = 0;
    long changes = 0;
};

class HitCounter {
public:
    void hit() {
        Tally seen = tally_.load();
        while (!tally_.compare_exchange_weak(seen, {seen.hits + 1, seen.changes + 1})) {}
    }
    long total() const { return tally_.load().hits; }

private:
    std::atomic<Tally> tally_;
};

long count_hits(int threads, int hits_per_thread);
