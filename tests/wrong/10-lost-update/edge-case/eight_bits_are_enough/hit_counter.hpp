#pragma once

#include <atomic>
#include <cstdint>

class HitCounter {
public:
    void hit() { count.fetch_add(1); }
    long total() const { return count.load(); }

private:
    std::atomic<std::uint8_t> count{0};  // small, and always lock-free
};

long count_hits(int threads, int hits_per_thread);
