#include "hit_counter.hpp"

#include <memory>
#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    auto counter = std::make_shared<HitCounter>();
    std::vector<std::unique_ptr<std::thread>> workers;
    for (int i = 0; i < threads; ++i) {
        workers.push_back(std::make_unique<std::thread>([counter, hits_per_thread] {
            for (int h = 0; h < hits_per_thread; ++h) counter->hit();
        }));
    }
    for (auto& worker : workers) worker->join();
    return counter->total();
}
