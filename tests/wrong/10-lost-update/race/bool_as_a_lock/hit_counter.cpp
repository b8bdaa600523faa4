#include "hit_counter.hpp"

#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < threads; ++i)
            workers.emplace_back([&] {
                for (int h = 0; h < hits_per_thread; ++h) counter.hit();
            });
    }
    return counter.total();
}
