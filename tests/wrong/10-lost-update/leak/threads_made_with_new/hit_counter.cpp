#include "hit_counter.hpp"

#include <thread>
#include <vector>

void HitCounter::hit() {
    std::lock_guard<std::mutex> lock(mutex_);
    hits_ = hits_ + 1;
}

long HitCounter::total() const {
    std::lock_guard<std::mutex> lock(mutex_);
    return hits_;
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread*> workers;
    for (int i = 0; i < threads; i++) {
        std::thread* t = new std::thread([&] {
            for (int k = 0; k < hits_per_thread; k++) counter.hit();
        });
        workers.push_back(t);
    }
    for (auto t : workers) t->join();
    return counter.total();  // all joined, so this is the final number
}
