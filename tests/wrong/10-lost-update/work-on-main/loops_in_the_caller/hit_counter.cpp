#include "hit_counter.hpp"

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    for (int t = 0; t < threads; t++) {
        for (int h = 0; h < hits_per_thread; h++) {
            counter.hit();
        }
    }
    return counter.total();
}
