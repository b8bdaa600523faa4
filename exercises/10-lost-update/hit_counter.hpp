#pragma once

#include "heddle/lab.hpp"

/// Counts hits, whichever threads they come from.
class HitCounter {
  public:
    /// Adds one hit. Any number of threads may call it at the same time.
    void hit() {
        heddle::todo("HitCounter::hit");  // TODO(student)
    }

    /// The number of hits so far. Threads may ask while others hit.
    long total() const {
        heddle::todo("HitCounter::total");  // TODO(student)
    }

  private:
    // TODO(student): what must a counter remember, and what protects it?
};

/// Starts `threads` threads that hit one new counter `hits_per_thread` times each, waits until all
/// of them have ended, and returns the counter's total.
long count_hits(int threads, int hits_per_thread);
