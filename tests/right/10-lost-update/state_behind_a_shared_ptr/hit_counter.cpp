#include "hit_counter.hpp"

#include <mutex>
#include <thread>
#include <vector>

struct HitCounter::State {
    std::mutex mutex;
    long hits = 0;
};

HitCounter::HitCounter() : state_(std::make_shared<State>()) {}

void HitCounter::hit() {
    std::lock_guard lock(state_->mutex);
    ++state_->hits;
}

long HitCounter::total() const {
    std::lock_guard lock(state_->mutex);
    return state_->hits;
}

static void hit_often(HitCounter counter, int times) {  // a copy shares the state
    for (int i = 0; i < times; ++i) counter.hit();
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) workers.emplace_back(hit_often, counter, hits_per_thread);
    for (auto& worker : workers) worker.join();
    return counter.total();
}
