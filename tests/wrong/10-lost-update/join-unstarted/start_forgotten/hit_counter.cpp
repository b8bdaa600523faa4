#include "hit_counter.hpp"

#include <memory>
#include <vector>

#include "heddle/thread.hpp"

class Visitor : public heddle::Thread {
public:
    Visitor(HitCounter& counter, int hits) : counter_(counter), hits_(hits) {}
    void run() override {
        for (int i = 0; i < hits_; ++i) counter_.hit();
    }

private:
    HitCounter& counter_;
    int hits_;
};

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::unique_ptr<Visitor>> visitors;
    for (int i = 0; i < threads; ++i) {
        visitors.push_back(heddle::make_thread<Visitor>(counter, hits_per_thread));
    }
    for (auto& visitor : visitors) visitor->join();
    return counter.total();
}
