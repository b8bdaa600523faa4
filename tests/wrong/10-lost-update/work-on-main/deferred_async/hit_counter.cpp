#include "hit_counter.hpp"

#include <future>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::future<void>> jobs;
    for (int i = 0; i < threads; ++i) {
        jobs.push_back(std::async(std::launch::deferred, [&] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        }));
    }
    for (auto& job : jobs) job.get();
    return counter.total();
}
