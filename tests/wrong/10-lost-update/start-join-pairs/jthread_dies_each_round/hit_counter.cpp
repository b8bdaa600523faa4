#include "hit_counter.hpp"

#include <thread>

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    for (int i = 0; i < threads; ++i) {
        std::jthread worker([&] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
    }
    return counter.total();
}
