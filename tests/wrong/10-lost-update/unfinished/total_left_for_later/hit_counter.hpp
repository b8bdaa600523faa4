#pragma once

#include <mutex>

#include "heddle/lab.hpp"

class HitCounter {
  public:
    /// Adds one hit. Any number of threads may call it at the same time.
    void hit() {
        std::lock_guard<std::mutex> lock(mutex_);
        ++hits_;
    }

    /// The number of hits so far. Threads may ask while others hit.
    long total() const {
        heddle::todo("HitCounter::total");  // TODO(student)
    }

  private:
    std::mutex mutex_;
    long hits_ = 0;
};

/// Starts `threads` threads that hit one new counter `hits_per_thread` times each, waits until all
/// of them have ended, and returns the counter's total.
long count_hits(int threads, int hits_per_thread);
