#pragma once

#include <mutex>

class HitCounter {
  public:
    void hit();
    long total() const;

  private:
    mutable std::mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
