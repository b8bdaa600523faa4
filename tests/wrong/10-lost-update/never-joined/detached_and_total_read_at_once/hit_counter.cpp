#include "hit_counter.hpp"

#include <memory>
#include <thread>

long count_hits(int threads, int hits_per_thread) {
    std::shared_ptr<HitCounter> counter = std::make_shared<HitCounter>();
    for (int i = 0; i < threads; ++i) {
        std::thread t([counter, hits_per_thread]() {
            for (int h = 0; h < hits_per_thread; ++h) counter->hit();
        });
        t.detach();  // otherwise it says "terminate called without an active exception"
    }
    return counter->total();
}
