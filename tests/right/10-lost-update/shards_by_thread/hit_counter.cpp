#include "hit_counter.hpp"

#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::jthread> workers;
    for (int i = 0; i < threads; ++i)
        workers.emplace_back([&counter](int hits) {
            while (hits-- > 0) counter.hit();
        }, hits_per_thread);
    for (auto& worker : workers) worker.join();
    return counter.total();
}
