#include "hit_counter.hpp"

#include <thread>

// one half here, the other in a thread: creating a thread is expensive
long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    const int all = threads * hits_per_thread;
    const int half = all / 2;
    std::thread helper([&] {
        for (int i = 0; i < half; ++i) counter.hit();
    });
    for (int i = half; i < all; ++i) counter.hit();
    helper.join();
    return counter.total();
}
