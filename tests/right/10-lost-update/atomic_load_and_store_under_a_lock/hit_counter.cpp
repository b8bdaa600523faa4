#include "hit_counter.hpp"

#include <array>
#include <thread>
#include <vector>

static void visitor(HitCounter& counter, int hits) {
    for (int i = 0; i < hits; ++i) counter.hit();
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> visitors;
    for (int i = 0; i < threads; ++i)
        visitors.emplace_back(visitor, std::ref(counter), hits_per_thread);
    for (auto& v : visitors) v.join();
    return counter.total();
}
