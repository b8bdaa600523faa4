#include "hit_counter.hpp"

#include <chrono>
#include <thread>

using namespace std::chrono_literals;

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    for (int i = 0; i < threads; ++i) {
        std::thread worker([&counter, hits_per_thread] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
        worker.detach();
    }
    std::this_thread::sleep_for(1s);  // should be more than enough
    return counter.total();
}
