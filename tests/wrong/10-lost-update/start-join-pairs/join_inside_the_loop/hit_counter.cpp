#include "hit_counter.hpp"

#include <thread>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    for (int i = 0; i < threads; i++) {
        std::thread t([&]() {
            for (int j = 0; j < hits_per_thread; j++) counter.hit();
        });
        t.join();
    }
    return counter.total();
}
