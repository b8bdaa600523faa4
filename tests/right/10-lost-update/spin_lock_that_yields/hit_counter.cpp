#include "hit_counter.hpp"

#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::jthread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&counter, hits_per_thread] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
    }
    workers.clear();  // joins
    return counter.total();
}
