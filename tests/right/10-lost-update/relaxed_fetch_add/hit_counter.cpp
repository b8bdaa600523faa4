#include "hit_counter.hpp"
#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter c;
    std::vector<std::thread> ts(threads);
    for (auto& t : ts)
        t = std::thread([&c, hits_per_thread] {
            for (int i = 0; i < hits_per_thread; i++) c.hit();
        });
    for (auto& t : ts) t.join();
    return c.total();
}
