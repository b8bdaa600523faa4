#include "hit_counter.hpp"

#include <cstdio>
#include <syncstream>
#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        std::printf("starting worker %d\n", i);
        workers.emplace_back([&counter, hits_per_thread, i] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
            std::osyncstream(std::cout) << "worker " << i << " done\n";
        });
    }
    for (auto& worker : workers) worker.join();
    std::cout << "total: " << counter.total() << '\n';
    return counter.total();
}
