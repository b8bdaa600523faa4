#include "hit_counter.hpp"

#include <future>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    for (int i = 0; i < threads; ++i) {
        (void)std::async(std::launch::async, [&] {  // (void) because of the warning
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
    }
    return counter.total();
}
