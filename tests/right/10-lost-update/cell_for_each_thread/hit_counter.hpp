#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

class HitCounter {
public:
    void hit() { ++my_cell(); }

    long total() const {
        std::lock_guard<std::mutex> lock(mutex_);
        long sum = 0;
        for (const auto& [thread, cell] : cells_) sum += cell.load();
        return sum;
    }

private:
    // a map's elements stay where they are
    std::atomic<long>& my_cell() {
        std::lock_guard<std::mutex> lock(mutex_);
        return cells_[std::this_thread::get_id()];
    }

    mutable std::mutex mutex_;  // for the map, not for the numbers in it
    std::map<std::thread::id, std::atomic<long>> cells_;
};

long count_hits(int threads, int hits_per_thread);
