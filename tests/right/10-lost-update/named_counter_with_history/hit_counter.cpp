#include "hit_counter.hpp"

#include <deque>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter{"visitors of " + std::to_string(threads)};
    std::deque<std::thread> visitors;
    for (int i = 0; i < threads; ++i) {
        visitors.emplace_back([&counter, hits_per_thread] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
    }
    for (auto& visitor : visitors) visitor.join();
    return counter.total();
}
