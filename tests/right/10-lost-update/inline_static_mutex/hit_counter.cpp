#include "hit_counter.hpp"

#include <list>
#include <thread>

static void hit_many(HitCounter* counter, int times) {
    while (times-- > 0) counter->hit();
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::list<std::thread> running;
    for (int i = 0; i < threads; ++i) running.emplace_back(hit_many, &counter, hits_per_thread);
    while (!running.empty()) {
        running.back().join();
        running.pop_back();
    }
    return counter.total();
}
