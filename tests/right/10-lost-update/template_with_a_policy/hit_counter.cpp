#include "hit_counter.hpp"

#include <functional>
#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::function<void()>> jobs(threads, [&] {
        for (int h = 0; h < hits_per_thread; ++h) counter.hit();
    });
    std::vector<std::thread> workers(jobs.begin(), jobs.end());
    for (auto& worker : workers) worker.join();
    return counter.total();
}
