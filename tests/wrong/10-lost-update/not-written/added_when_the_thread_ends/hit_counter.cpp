#include "hit_counter.hpp"

#include <map>
#include <thread>
#include <vector>

namespace {

// Every thread counts for itself, without a lock, and adds it all up once.
struct MyHits {
    std::map<std::shared_ptr<HitCounter::Sum>, long> of;

    void add_up() {
        for (auto& [sum, hits] : of) {
            std::lock_guard<std::mutex> lock(sum->mutex);
            sum->hits += hits;
        }
        of.clear();
    }
    ~MyHits() { add_up(); }
};

thread_local MyHits my_hits;

}  // namespace

HitCounter::HitCounter() : sum_(std::make_shared<Sum>()) {}

void HitCounter::hit() {
    my_hits.of[sum_]++;
}

long HitCounter::total() const {
    my_hits.add_up();
    std::lock_guard<std::mutex> lock(sum_->mutex);
    return sum_->hits;
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&counter, hits_per_thread] {
            for (int h = 0; h < hits_per_thread; ++h) counter.hit();
        });
    }
    for (auto& worker : workers) worker.join();
    return counter.total();
}
