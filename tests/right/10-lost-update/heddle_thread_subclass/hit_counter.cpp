#include "hit_counter.hpp"

#include <memory>
#include <vector>

#include "heddle/thread.hpp"

class HitThread : public heddle::Thread {
public:
    HitThread(HitCounter& counter, int hits) : counter_(counter), hits_(hits) {}
    void run() override {
        for (int i = 0; i < hits_; ++i) counter_.hit();
    }

private:
    HitCounter& counter_;
    int hits_;
};

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::unique_ptr<HitThread>> workers;
    for (int i = 0; i < threads; ++i) {
        workers.push_back(heddle::make_thread<HitThread>(counter, hits_per_thread));
        workers.back()->start();
    }
    for (auto& worker : workers) worker->join();
    return counter.total();
}
