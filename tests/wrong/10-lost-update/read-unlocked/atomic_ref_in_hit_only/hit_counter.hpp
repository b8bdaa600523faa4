#pragma once

#include <atomic>

class HitCounter {
public:
    void hit() { ++std::atomic_ref<long>(hits_); }
    long total() const { return hits_; }

private:
    alignas(std::atomic_ref<long>::required_alignment) long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
