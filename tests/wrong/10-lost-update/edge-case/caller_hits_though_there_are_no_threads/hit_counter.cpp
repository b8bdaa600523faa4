#include "hit_counter.hpp"

#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    auto work = [&] {
        for (int h = 0; h < hits_per_thread; ++h) counter.hit();
    };
    std::vector<std::thread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back(work);
    work();  // I am a thread too
    for (auto& other : others) other.join();
    return counter.total();
}
