#include "hit_counter.hpp"

#include <thread>

static void visitor(HitCounter& counter, int left, int hits) {
    if (left == 0) return;
    std::thread next(visitor, std::ref(counter), left - 1, hits);
    for (int i = 0; i < hits; i++) counter.hit();
    next.join();
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::thread first(visitor, std::ref(counter), threads, hits_per_thread);
    first.join();
    return counter.total();
}
