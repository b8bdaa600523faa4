#include "hit_counter.hpp"

#include <chrono>
#include <memory>
#include <thread>

long count_hits(int threads, int hits_per_thread) {
    auto counter = std::make_shared<HitCounter>();
    for (int i = 0; i < threads; ++i) {
        std::thread([counter, hits_per_thread] {
            for (int h = 0; h < hits_per_thread; ++h) counter->hit();
        }).detach();
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));  // give them time to finish
    return counter->total();
}
