#pragma once

#include <atomic>

class HitCounter {
public:
    void hit() { std::atomic_ref<long>(hits_).fetch_add(1); }
    long total() const { return std::atomic_ref<long>(hits_).load(); }

private:
    // mutable, since atomic_ref wants a non-const object
    alignas(std::atomic_ref<long>::required_alignment) mutable long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
