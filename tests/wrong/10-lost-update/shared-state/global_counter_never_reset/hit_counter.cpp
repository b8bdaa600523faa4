#include "hit_counter.hpp"

#include <thread>
#include <vector>

HitCounter counter;  // global: the threads need to reach it

void visitor(int hits) {
    for (int i = 0; i < hits; ++i) counter.hit();
}

long count_hits(int threads, int hits_per_thread) {
    std::vector<std::thread> visitors;
    for (int i = 0; i < threads; ++i) visitors.emplace_back(visitor, hits_per_thread);
    for (auto& v : visitors) v.join();
    return counter.total();
}
