#include "hit_counter.hpp"

#include <algorithm>
#include <thread>

static const int MAX_THREADS = 4;  // my laptop has 4 cores

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    const int used = std::min(threads, MAX_THREADS);
    const int all = threads * hits_per_thread;

    std::thread workers[MAX_THREADS];
    for (int i = 0; i < used; i++) {
        int share = all / used;
        if (i < all % used) share++;  // the first ones take the rest
        workers[i] = std::thread([&counter, share] {
            for (int k = 0; k < share; k++) counter.hit();
        });
    }
    for (int i = 0; i < used; i++) workers[i].join();
    return counter.total();
}
