#include "hit_counter.hpp"

#include <latch>
#include <memory>
#include <thread>

struct Shared {
    explicit Shared(int threads) : done(threads) {}
    HitCounter counter;
    std::latch done;
};

long count_hits(int threads, int hits_per_thread) {
    auto shared = std::make_shared<Shared>(threads);
    for (int i = 0; i < threads; ++i) {
        std::thread([shared, hits_per_thread] {
            for (int h = 0; h < hits_per_thread; ++h) shared->counter.hit();
            shared->done.count_down();
        }).detach();
    }
    shared->done.wait();  // all hits are in, so nobody needs to join
    return shared->counter.total();
}
