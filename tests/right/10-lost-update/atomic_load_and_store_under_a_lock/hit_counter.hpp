#pragma once

#include <atomic>
#include <mutex>

// Writers take turns, so load and store can't be separated. Readers need no lock.
class HitCounter {
public:
    void hit() {
        std::lock_guard lock(writers_);
        hits_.store(hits_.load() + 1);
    }
    long total() const { return hits_.load(); }

private:
    std::mutex writers_;
    std::atomic<long> hits_{0};
};

long count_hits(int threads, int hits_per_thread);
