#include "hit_counter.hpp"

#include <thread>
#include <vector>

void work(HitCounter& counter, int hits) {
    for (int i = 0; i < hits; i++)
        counter.hit();
}

long count_hits(int threads, int hits_per_thread) {
    HitCounter counter;
    std::vector<std::thread> t;
    for (int i = 0; i < threads; i++)
        t.push_back(std::thread(work, std::ref(counter), hits_per_thread));
    for (int i = 0; i < threads; i++)
        t[i].join();
    return counter.total();
}
