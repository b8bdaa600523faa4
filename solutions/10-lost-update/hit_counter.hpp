#pragma once

#include <mutex>

/// Counts hits, whichever threads they come from.
class HitCounter {
  public:
    /// Adds one hit. Any number of threads may call it at the same time.
    void hit() {
        std::lock_guard<std::mutex> lock(mutex_);
        ++hits_;
    }

    /// The number of hits so far. Threads may ask while others hit.
    long total() const {
        std::lock_guard<std::mutex> lock(mutex_);
        return hits_;
    }

  private:
    mutable std::mutex mutex_;  // mutable: total() is const, yet it locks
    long hits_ = 0;             // guarded by mutex_
};

/// Starts `threads` threads that hit one new counter `hits_per_thread` times each, waits until all
/// of them have ended, and returns the counter's total.
long count_hits(int threads, int hits_per_thread);
