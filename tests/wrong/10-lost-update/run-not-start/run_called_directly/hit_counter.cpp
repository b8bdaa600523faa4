#include "hit_counter.hpp"

#include <memory>
#include <vector>

#include "heddle/thread.hpp"

class Visitor : public heddle::Thread {
public:
    Visitor(HitCounter& counter, int hits) : counter(counter), hits(hits) {}

    void run() override {
        for (int i = 0; i < hits; i++) counter.hit();
    }

private:
    HitCounter& counter;
    int hits;
};

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::unique_ptr<Visitor>> visitors;
    for (int i = 0; i < threads; i++) {
        visitors.push_back(std::make_unique<Visitor>(counter, hits_per_thread));
    }
    for (auto& visitor : visitors) visitor->run();
    return counter.total();
}
