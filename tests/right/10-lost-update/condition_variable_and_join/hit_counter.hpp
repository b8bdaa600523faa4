#pragma once

#include <condition_variable>
#include <mutex>

class HitCounter {
public:
    void hit() {
        std::lock_guard lock(mutex_);
        ++hits_;
        changed_.notify_all();
    }
    long total() const {
        std::lock_guard lock(mutex_);
        return hits_;
    }
    void wait_for(long hits) const {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return hits_ >= hits; });
    }

private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    long hits_ = 0;
};

long count_hits(int threads, int hits_per_thread);
