#include "hit_counter.hpp"

#include <memory>
#include <thread>

long count_hits(int threads, int hits_per_thread) {
    auto counter = std::make_shared<HitCounter>();
    for (int i = 0; i < threads; i++) {
        std::thread worker([counter, hits_per_thread] {
            for (int h = 0; h < hits_per_thread; h++) counter->hit();
        });
        if (i == threads - 1)
            worker.join();  // wait for the last one
        else
            worker.detach();
    }
    return counter->total();
}
