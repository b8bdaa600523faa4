#include "hit_counter.hpp"

#include <latch>
#include <thread>
#include <vector>

// All wait at the gate, so that they really hit at the same time.
long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::latch gate(threads + 1);
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
            gate.arrive_and_wait();
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
    }
    gate.arrive_and_wait();
    for (auto& worker : workers) worker.join();
    return counter.total();
}
