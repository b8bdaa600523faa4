#pragma once

#include <atomic>

class HitCounter {
public:
    HitCounter() = default;
    HitCounter(const HitCounter&) = delete;
    HitCounter& operator=(const HitCounter&) = delete;

    void hit() noexcept { ++hits_; }
    [[nodiscard]] long total() const noexcept { return hits_; }

private:
    std::atomic_long hits_{0};
};

long count_hits(int threads, int hits_per_thread);
