#include "hit_counter.hpp"

#include <functional>
#include <thread>
#include <vector>

void visit(HitCounter& counter, int hits) {
    for (int i = 0; i <= hits; i++) {
        counter.hit();
    }
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> all;
    for (int i = 0; i < threads; i++) {
        all.push_back(std::thread(visit, std::ref(counter), hits_per_thread));
    }
    for (int i = 0; i < threads; i++) {
        all[i].join();
    }
    return counter.total();
}
