#pragma once

#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

class HitCounter {
public:
    explicit HitCounter(std::string name = "page") : name_(std::move(name)) {}

    void hit() {
        {
            std::lock_guard lock(mutex_);
            ++hits_;
        }
        // a lock of its own: nobody needs the history and the number to agree
        std::lock_guard lock(history_mutex_);
        history_.push_back(std::this_thread::get_id());
        ++by_thread_[std::this_thread::get_id()];
    }

    long total() const {
        std::lock_guard lock(mutex_);
        return hits_;
    }

    const std::string& name() const { return name_; }

private:
    const std::string name_;
    mutable std::mutex mutex_;
    long hits_ = 0;
    std::mutex history_mutex_;
    std::vector<std::thread::id> history_;
    std::map<std::thread::id, int> by_thread_;
};

long count_hits(int threads, int hits_per_thread);
