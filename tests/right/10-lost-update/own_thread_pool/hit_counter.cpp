#include "hit_counter.hpp"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <utility>
#include <vector>

namespace {

class Pool {
public:
    explicit Pool(int size) {
        for (int i = 0; i < size; ++i) workers_.emplace_back([this] { work(); });
    }

    ~Pool() {
        {
            std::lock_guard lock(mutex_);
            closed_ = true;
        }
        changed_.notify_all();
        for (auto& worker : workers_) worker.join();
    }

    void submit(std::function<void()> job) {
        {
            std::lock_guard lock(mutex_);
            jobs_.push(std::move(job));
        }
        changed_.notify_one();
    }

private:
    void work() {
        for (;;) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
            if (jobs_.empty()) return;
            auto job = std::move(jobs_.front());
            jobs_.pop();
            lock.unlock();
            job();
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::queue<std::function<void()>> jobs_;
    bool closed_ = false;
    std::vector<std::thread> workers_;
};

}  // namespace

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    {
        Pool pool(threads);
        for (int i = 0; i < threads; ++i) {
            pool.submit([&counter, hits_per_thread] {
                for (int h = 0; h < hits_per_thread; ++h) counter.hit();
            });
        }
    }
    return counter.total();
}
