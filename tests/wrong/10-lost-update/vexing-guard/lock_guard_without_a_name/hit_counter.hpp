#pragma once

#include <mutex>

class HitCounter {
public:
    void hit() {
        std::lock_guard<std::mutex>{mutex_};  // locks until the end of the function
        ++hits_;
    }
    long total() const {
        std::lock_guard<std::mutex>{mutex_};
        return hits_;
    }

private:
    mutable std::mutex mutex_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
