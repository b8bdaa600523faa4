#include "hit_counter.hpp"

#include <thread>
#include <vector>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i <= threads; i++) {
        workers.push_back(std::thread([&counter, hits_per_thread]() {
            for (int k = 0; k < hits_per_thread; k++) counter.hit();
        }));
    }
    for (std::thread& t : workers) t.join();
    return counter.total();
}
