#include "hit_counter.hpp"

#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    auto work = [&] {
        for (int h = 0; h < hits_per_thread; ++h) counter.hit();
    };
    std::vector<std::jthread> workers;
    for (int i = 0; i < threads; ++i) workers.emplace_back(work);
    if (threads > 0) work();  // the main thread helps
    workers.clear();
    return counter.total();
}
