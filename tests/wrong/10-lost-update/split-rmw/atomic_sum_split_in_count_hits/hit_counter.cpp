#include "hit_counter.hpp"

#include <atomic>
#include <future>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    std::atomic<long> sum = 0;
    std::vector<std::future<void>> jobs;
    for (int i = 0; i < threads; ++i) {
        jobs.push_back(std::async(std::launch::async, [&] {
            HitCounter mine;
            for (int h = 0; h < hits_per_thread; ++h) mine.hit();
            sum = sum + mine.total();
        }));
    }
    for (auto& job : jobs) job.get();
    return sum;
}
