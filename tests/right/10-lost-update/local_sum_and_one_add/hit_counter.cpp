#include "hit_counter.hpp"

#include <thread>
#include <vector>

// Each thread counts for itself and takes the lock once, at its end.
long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&counter, hits_per_thread] {
            long mine = 0;
            for (int hit = 0; hit < hits_per_thread; ++hit) ++mine;
            counter.add(mine);
        });
    }
    for (auto& worker : workers) worker.join();
    return counter.total();
}
