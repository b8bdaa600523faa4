#include "hit_counter.hpp"

#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    if (threads <= 0) return 0;
    HitCounter counter;
    std::vector<std::thread> helpers;
    for (int i = 1; i < threads; ++i)
        helpers.emplace_back([&] { counter.hit(hits_per_thread); });
    counter.hit(hits_per_thread);  // my own share, instead of only waiting
    for (auto& helper : helpers) helper.join();
    return counter.total();
}
